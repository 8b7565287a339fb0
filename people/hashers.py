from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id at 19 MiB and one lane, so that a morning's sign-ins do not use up the memory."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
