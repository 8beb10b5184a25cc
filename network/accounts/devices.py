"""A device in words, from what a browser says of itself."""

BROWSERS = (  # the first that fits: nearly every browser also calls itself Chrome or Safari
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Opera", "Opera"),
    ("Samsung", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Chromebook", "Chromebook"),
    ("Windows", "Windows"),
    ("Mac", "Mac"),
    ("Linux", "Linux"),
)


def device_of(user_agent: str) -> str:
    """Browser and system, for example "Firefox, Android"; empty when neither is known.

    Enough to tell one's phone from somebody else's computer. No versions and no models: with them the list of
    sessions would hold a fingerprint of everybody's devices. Its own result gives itself again.
    """
    found = [next((name for mark, name in names if mark in user_agent), "") for names in (BROWSERS, SYSTEMS)]
    return ", ".join(name for name in found if name)
