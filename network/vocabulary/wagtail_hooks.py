from wagtail import hooks

from network.vocabulary.viewsets import TermViewSetGroup


@hooks.register("register_admin_viewset")
def register_term_viewsets() -> TermViewSetGroup:
    return TermViewSetGroup()
