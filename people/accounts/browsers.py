"""What a browser says of itself, in the words its owner would use."""

BROWSERS = (
    ("Edg", "Edge"),
    ("SamsungBrowser", "Samsung Internet"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
DEVICES = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "an Android device"),
    ("CrOS", "a Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS X", "a Mac"),
    ("Linux", "Linux"),
)


def in_plain_words(user_agent: str) -> str:
    """Chrome on Windows; what it says itself, cut short, where that tells nothing."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    device = next((name for mark, name in DEVICES if mark in user_agent), "")
    if browser and device:
        return f"{browser} on {device}"
    return browser or user_agent[:60] or "Not known"
