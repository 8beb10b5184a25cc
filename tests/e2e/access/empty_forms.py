"""Every form sent as it should not be: empty. What comes back says so, and takes the reader there."""


def places(page):
    """Where on the page the forms are that one can fill in."""
    return page.evaluate("access.forms.places()")


def send_empty(page, place):
    """Send that form empty; true when it came back with mistakes."""
    with page.expect_navigation():
        page.evaluate("place => access.forms.sendEmpty(place)", place)
    return page.locator(".error-summary").count() > 0


def mistakes(page):
    """3.3.1, 4.1.3: the summary has the focus and is announced, the title says it, every line leads to its field."""
    page.wait_for_timeout(50)  # autofocus comes with the first picture, a moment after the page
    complaints = page.evaluate("access.forms.summary()")
    for link in page.locator(".error-summary a").all():
        link.focus()
        page.keyboard.press("Enter")
        complaints += link.evaluate("link => access.forms.line(link)")
    return complaints
