"""`{{ session.user_agent|in_plain_words }}`: Chrome on Windows."""

from django import template

from people.accounts.browsers import in_plain_words

register = template.Library()
register.filter(in_plain_words)
