"""Our own addresses, one by one: own and foreign samples, open and closed doors."""

from urllib.parse import unquote

from tests.access.rows import ABSENT, METHOD, SIGN_IN, Area, Row

SITE, MEMBERS, PRIVATE = Area.SITE, Area.MEMBERS, Area.PRIVATE
READ_ONLY = {"post": (METHOD,)}
WRITE_ONLY = {"get": (METHOD,)}
OUTSIDE = {"area": SITE, "needs": "anything"}


def desk(namespace, needs, arguments=None, **options):
    """Rows for the views Wagtail builds for a model of ours: `needs` names the action for each view."""
    return [
        Row(
            f"{namespace}:{view}",
            action,
            arguments=arguments or (lambda world: {}),
            **({"post": (METHOD,)} if view in LOOKS else {}),
            **options,
        )
        for view, action in needs.items()
    ]


LOOKS = {
    "list", "list_results", "index", "index_results", "history", "history_results", "usage", "inspect",
    "choose", "choose_results", "chosen", "chosen_multiple",
}  # fmt: skip


def event(sample):
    return lambda world: {"slug": getattr(world, sample).slug, "pk": getattr(world, sample).pk}


def pk(sample):
    return lambda world: {"pk": getattr(world, sample).pk}


PUBLIC_ROWS = [
    Row("healthz", **OUTSIDE, **READ_ONLY),
    Row("feeds:public", **OUTSIDE, **READ_ONLY),
    Row(
        "feeds:personal", **OUTSIDE, **READ_ONLY, label="geheime Adresse", reveals=True,
        arguments=lambda world: {"token": world.token_secret},
    ),
    Row(
        "feeds:personal", **OUTSIDE, get=(ABSENT,), post=(METHOD,), label="falsche Adresse",
        arguments=lambda world: {"token": "falsch"},
    ),
    Row("organisations:apply", **OUTSIDE),
    Row("organisations:apply_sent", **OUTSIDE, **READ_ONLY),
    Row(
        "organisations:application_confirm", **OUTSIDE, label="Link aus der E-Mail",
        arguments=lambda world: {"secret": world.pending_secret},
    ),
    Row(
        "organisations:application_confirm", **OUTSIDE, get=(ABSENT,), post=(ABSENT,), label="falscher Link",
        arguments=lambda world: {"secret": "falsch"},
    ),
    Row(
        "privacy:erasure_withdraw_by_link", **OUTSIDE, label="Link aus der E-Mail",
        arguments=lambda world: {"secret": world.erasure_secret},
    ),
    Row(
        "privacy:erasure_withdraw_by_link", **OUTSIDE, get=(ABSENT,), post=(ABSENT,), label="falscher Link",
        arguments=lambda world: {"secret": "falsch"},
    ),
    Row(
        "privacy:unsubscribe", **OUTSIDE, label="Link aus der E-Mail",
        arguments=lambda world: {"secret": world.unsubscribe_secret},
    ),
    Row(
        "privacy:unsubscribe", **OUTSIDE, get=(ABSENT,), post=(ABSENT,), label="falscher Link",
        arguments=lambda world: {"secret": "falsch"},
    ),
    Row(
        "organisations:application_continue", **OUTSIDE, label="Link aus der E-Mail", reveals=True,
        arguments=lambda world: {"secret": world.open_secret},
    ),
    Row(
        "organisations:application_continue", **OUTSIDE, get=(ABSENT,), post=(ABSENT,), label="falscher Link",
        arguments=lambda world: {"secret": "falsch"},
    ),
    Row("organisations:claim", **OUTSIDE, label="eingetragener Verein", arguments=pk("entered")),
    Row("programme:event_list", **OUTSIDE, **READ_ONLY),
    Row(
        "programme:event_detail", "see_public_event", SITE, **READ_ONLY, label="veröffentlicht",
        arguments=event("public_event"),
    ),
    Row(
        "programme:event_detail", "see_draft_event", SITE, **READ_ONLY, label="Entwurf von mo",
        arguments=event("draft_event"),
    ),
    Row("feedback:report", **OUTSIDE),
    Row(
        "feedback:thanks", **OUTSIDE, **READ_ONLY, label="eigene Meldung",
        arguments=lambda world: {"reference": world.report.reference},
    ),
    Row("style_guide:index", **OUTSIDE, **READ_ONLY),
]  # fmt: skip

MEMBER_ROWS = [
    Row("organisations:home", "member", MEMBERS, **READ_ONLY),
    Row("organisations:colleague_add", "represent", MEMBERS, label="Beispielverein", arguments=pk("organisation")),
    Row("organisations:claim_object", "object", MEMBERS, label="Beispielverein", arguments=pk("claim")),
    Row("registration:join", "join", MEMBERS, label="veröffentlicht", arguments=event("public_event")),
    Row("registration:join", "nobody", SITE, label="Entwurf von mo", arguments=event("draft_event")),
    Row("registration:cancel", "cancel", MEMBERS, label="Kolleg*in im Beispielverein", arguments=pk("registration")),
    Row("privacy:account", "signed_in", PRIVATE, **READ_ONLY),
    Row("privacy:name", "member", MEMBERS),
    Row("privacy:data", "member", MEMBERS, **READ_ONLY),
    Row("privacy:data_file", "member", MEMBERS, **READ_ONLY),
    Row("privacy:sign_in_again", "signed_in", PRIVATE),
    Row("privacy:erasure", "member", MEMBERS),
    Row("privacy:erasure_withdraw", "member", MEMBERS, **WRITE_ONLY),
    Row("privacy:consents", "member", MEMBERS),
    Row("privacy:mails", "member", MEMBERS),
    Row("calendars:subscribe", "member", MEMBERS),
    Row("calendars:revoke", "token", MEMBERS, **WRITE_ONLY, label="Adresse der Vertretung", arguments=pk("token")),
]

PAGE_ROWS = [
    Row("wagtail_serve", **OUTSIDE, label="Startseite", arguments=lambda world: ("",)),
    Row("wagtail_serve", **OUTSIDE, label="Seite von mo", arguments=lambda world: path_of(world.live_page)),
    Row("wagtail_serve", "nobody", SITE, label="Entwurf von mo", arguments=lambda world: path_of(world.draft_page)),
    Row(
        "wagtail_serve", "read_private_page", PRIVATE, label="nur für mo",
        arguments=lambda world: path_of(world.private_page),
    ),
    Row("wagtail_serve", "nobody", SITE, label="gibt es nicht", arguments=lambda world: ("gibt-es-nicht/",)),
    Row(
        "wagtaildocs_serve", **OUTSIDE, label="Datei von mo",
        arguments=lambda world: (world.document.pk, world.document.filename), reveals=True,
    ),
    Row(
        "wagtaildocs_serve", "read_private_document", PRIVATE, label="vertrauliche Datei von mo",
        arguments=lambda world: (world.private_document.pk, world.private_document.filename),
    ),
    Row("<_util/login/>", "nobody", PRIVATE),
]  # fmt: skip


def path_of(page):
    return (unquote(page.get_url_parts()[2]).lstrip("/"),)


EVENT, REGISTRATION, APPLICATION, ORGANISATION, UNIT_RULE = (
    "wagtailsnippets_programme_event",
    "wagtailsnippets_registration_registration",
    "wagtailsnippets_organisations_organisationapplication",
    "wagtailsnippets_organisations_organisation",
    "wagtailsnippets_organisations_unitrule",
)
LISTS = {"list": "enter_admin", "list_results": "enter_admin"}
CHOOSERS = {"choose": "enter_admin", "choose_results": "enter_admin", "chosen_multiple": "enter_admin"}
TERMS = {
    **dict.fromkeys(["index", "index_results"], "enter_admin"),
    **dict.fromkeys(["add", "edit", "history", "history_results", "usage"], "change_terms"),
    "delete": "delete_terms",
}


def views(needs, *names):
    return dict.fromkeys(names, needs)


def chooser(name):
    return name.replace("snippets_", "snippetchoosers_")


DESK_ROWS = [
    Row("<redaktion/login/>", "enter_admin", get=(SIGN_IN,), post=(SIGN_IN,)),
    Row("<redaktion/reports/site-history/>", "enter_admin", **READ_ONLY),
    Row("<redaktion/reports/site-history/results/>", "enter_admin", **READ_ONLY),
    Row("organisation_application_review", "decide_application", label="Antrag an mo", arguments=pk("application")),
    Row("programme_event_cancel", "cancel_event", label="von mo", arguments=pk("public_event")),
    *desk(EVENT, LISTS | views("enter_admin", "add", "preview_on_add")),
    *desk(
        EVENT,
        views("edit_event", "edit", "usage", "history", "history_results", "preview_on_edit")
        | {"delete": "delete_event"},
        pk("draft_event"),
        label="Entwurf von mo",
    ),
    *desk(EVENT, {"edit": "move_event", "delete": "delete_public_event"}, pk("public_event"), label="öffentlich, mo"),
    *desk(chooser(EVENT), CHOOSERS, query=lambda world: {"id": world.draft_event.pk}),
    *desk(chooser(EVENT), {"chosen": "edit_event"}, pk("draft_event"), label="Entwurf von mo"),
    *desk(REGISTRATION, LISTS),
    *desk(
        REGISTRATION,
        views("change_registration", "add", "edit", "delete", "usage", "history", "history_results"),
        pk("registration"),
        label="zu mo",
    ),
    *desk(chooser(REGISTRATION), CHOOSERS, query=lambda world: {"id": world.registration.pk}),
    *desk(chooser(REGISTRATION), {"chosen": "see_registration"}, pk("registration"), label="zu mo"),
    *desk(APPLICATION, LISTS),
    *desk(
        APPLICATION,
        views("nobody", "add", "edit", "delete", "usage", "history", "history_results"),
        pk("application"),
        label="an mo",
    ),
    *desk(chooser(APPLICATION), CHOOSERS, query=lambda world: {"id": world.application.pk}),
    *desk(chooser(APPLICATION), {"chosen": "decide_application"}, pk("application"), label="an mo"),
    *desk(ORGANISATION, LISTS),
    *desk(
        ORGANISATION,
        views("edit_organisation", "edit", "usage", "history", "history_results")
        | views("delete_organisation", "add", "delete"),
        pk("organisation"),
        label="von mo betreut",
    ),
    *desk(chooser(ORGANISATION), CHOOSERS, query=lambda world: {"id": world.organisation.pk}),
    *desk(chooser(ORGANISATION), {"chosen": "edit_organisation"}, pk("organisation"), label="von mo betreut"),
    *desk(UNIT_RULE, {"list": "administer", "list_results": "administer"}),
    *desk(
        UNIT_RULE,
        views("administer", "edit", "usage", "history", "history_results") | views("nobody", "add", "delete"),
        pk("unit_rule"),
    ),
    *desk(chooser(UNIT_RULE), dict.fromkeys(CHOOSERS, "enter_admin"), query=lambda world: {"id": world.unit_rule.pk}),
    *desk(chooser(UNIT_RULE), {"chosen": "administer"}, pk("unit_rule")),
    *desk(
        "barrierreport", views("answer", "index", "index_results", "edit", "history", "history_results"), pk("report")
    ),
    *desk("outbox", views("outbox", "index", "index_results", "inspect"), pk("message")),
    Row("outbox:resend", "resend", get=(METHOD,), refused=ABSENT, arguments=pk("message")),
    *[
        row
        for name in ("topic", "targetgroup", "eventformat", "language")
        for row in desk(name, TERMS, lambda world, name=name: {"pk": world.terms[name].pk})
    ],
]

DEMO_ROWS = [
    Row("demo:index", **OUTSIDE, **READ_ONLY, reveals=True),
    Row("demo:sign_in", **OUTSIDE, **WRITE_ONLY),
    Row("demo:mail", **OUTSIDE, **READ_ONLY, reveals=True, arguments=pk("message")),
    Row("demo:mail_html", **OUTSIDE, **READ_ONLY, reveals=True, arguments=pk("message")),
    Row("demo:attachment", **OUTSIDE, **READ_ONLY, reveals=True, arguments=pk("attachment")),
]
"""Invented mails for everybody. Mounted by the demo's settings alone."""

SITE_ROWS = [*PUBLIC_ROWS, *MEMBER_ROWS, *PAGE_ROWS, *DESK_ROWS]
