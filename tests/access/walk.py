"""Asks every address as somebody, and says where the answer is not what its row says."""

from urllib.parse import unquote

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.urls import NoReverseMatch, Resolver404, resolve
from django.utils import translation

from tests.access.actions import ACTIONS
from tests.access.answers import answer_of
from tests.access.patterns import site_routes
from tests.access.rows import rows_of
from tests.factories.sign_in import SignedInClient


def parameters(world):
    """What every route is filled with, unless its row says otherwise: something of unit mo."""
    return {
        **dict.fromkeys(("page_id", "parent_page_id", "page_to_move_id", "object_id"), world.draft_page.pk),
        **dict.fromkeys(("destination_id", "page_pk"), world.section.pk),
        **dict.fromkeys(("content_type_app_name", "app_label"), "pages"),
        **dict.fromkeys(("content_type_model_name", "model_name"), "standardpage"),
        **dict.fromkeys(("document_id", "doc_id"), world.document.pk),
        "image_id": world.image.pk,
        "filter_spec": "width-10",
        "action_name": "publish",
        "collection_id": world.mo.collection_id,
        "revision_id": world.revision.pk,
        "workflow_pk": world.workflow.pk,
        "workflow_state_id": world.workflow_state.pk,
        "task_id": world.task_state.task_id,
        "task_state_id": world.task_state.pk,
        "session_id": world.editing_session.pk,
        "redirect_id": world.redirect.pk,
        "restriction_id": world.collection_restriction.pk,
        "page_view_restriction_id": world.page_restriction.pk,
        "app_name": "taggit",
        **dict.fromkeys(("uidb36", "uidb64", "key", "token"), "x"),
    }


def numbers(world):
    """The `pk` of a sample of mo, by the namespace of the route."""
    return {
        "wagtailadmin_api:pages": world.draft_page.pk,
        "wagtailadmin_api:images": world.image.pk,
        "wagtailadmin_api:documents": world.document.pk,
        "wagtailadmin_collections": world.mo.collection_id,
        "wagtailadmin_workflows": world.workflow.pk,
        "wagtaildocs_chooser": world.document.pk,
        "wagtailimages_chooser": world.image.pk,
        "wagtaillocales": world.english.pk,
        "wagtailsettings": 1,
        "wagtailsites": world.site.pk,
        "wagtailusers_groups": world.mo.editors_group_id,
        "wagtailusers_users": world.insider.pk,
    }


class Walk:
    """One somebody's way through the site. `problems` says in lines what was not as it should be."""

    def __init__(self, world, role, rows, language=settings.LANGUAGE_CODE):
        self.world, self.role, self.rows, self.language = world, role, rows, language
        self.user = world.users[role.code]
        self.may = {key: action.allows(self.user, world) for key, action in ACTIONS.items()}
        self.secrets = [action.secret for key, action in ACTIONS.items() if action.secret and not self.may[key]]
        self.seen = set()
        self.problems = []
        self.parameters, self.numbers = parameters(world), numbers(world)
        self.client = SignedInClient(raise_request_exception=False)
        if not role.is_visitor:
            self.client.force_login(self.user)
        self.cookies = self.client.cookies.copy()

    def everywhere(self, only=lambda route: True):
        """Ask every route that has a row; with `only`, those it says yes to."""
        cache.clear()  # of the rate limits that the walk before used up
        for route in site_routes():
            if only(route) and (self.language == settings.LANGUAGE_CODE or route.is_translated):
                for row in rows_of(route, self.rows):
                    self._ask(route, row)
        return self.problems

    def _ask(self, route, row):
        path = self.path(route, row)
        if path is None:
            return
        for method in ("get", "post"):
            response, body = self._request(method, path, row)
            answer = answer_of(response, self.role.is_visitor)
            expected = row.expected(self.role, method, self.may)
            where = f"{self.role.code} {method.upper()} {path} ({route.name} {row.label})"
            if answer not in expected:
                told = f"{response.status_code} {response.headers.get('Location', '')}"
                self.problems.append(f"{where}: {answer} [{told}] instead of {' or '.join(expected)}")
            if not row.reveals:
                self.problems += [f"{where}: shows {secret}" for secret in self.secrets if secret in body]
            self.seen |= {action.secret for action in ACTIONS.values() if action.secret and action.secret in body}

    def path(self, route, row):
        """The address, when it leads to this very route and not to one before it."""
        given = row.arguments(self.world)
        if isinstance(given, dict):
            number = self.numbers.get(route.name.rpartition(":")[0])
            given = {**self.parameters, **({"pk": number} if number else {}), **given}
        try:
            path = route.path(given, self.language)
            with translation.override(self.language):
                found = resolve(unquote(path)).route.removeprefix(f"{self.language}/")
        except (NoReverseMatch, KeyError, Resolver404) as error:
            self.problems.append(f"{route.name} ({route.pattern}): {error!r}")
            return None
        if found != route.pattern:
            self.problems.append(f"{route.name}: {path} leads to {found}")
        return path

    def _request(self, method, path, row):
        """The answer and its text. Whatever it did is undone, in the database and in the cookies."""
        self.client.cookies = self.cookies.copy()
        query = row.query(self.world)
        with transaction.atomic():
            if method == "get":
                response = self.client.get(path, query)
            else:
                response = self.client.post(path, row.data, query_params=query)
            content = b"".join(response.streaming_content) if response.streaming else response.content
            transaction.set_rollback(True)
        return response, content.decode(errors="replace") + str(response.headers)
