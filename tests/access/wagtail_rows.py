"""Wagtail's and allauth's own addresses, by namespace. A row of its own where one differs from the rest.

Every number in an address is that of something of unit mo, so whoever writes for lotsen must be refused.
"""

from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from tests.access.rows import ABSENT, BROKEN, DENIED, METHOD, OPEN, SIGN_IN, Area, Row

SITE, PRIVATE = Area.SITE, Area.PRIVATE
EITHER = {"post": (OPEN, METHOD)}
READ_ONLY = {"post": (METHOD,)}
WRITE_ONLY = {"get": (METHOD,)}
GONE = {"get": (ABSENT,), "post": (ABSENT, METHOD)}

FORM = {"body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
"""What a browser sends with every page form; without it Wagtail fails, whoever asks."""

ACCOUNT_ROWS = [
    Row("account_*", "signed_in", PRIVATE, **EITHER),
    Row("mfa_*", "signed_in", PRIVATE, **EITHER),
    *[
        Row(name, "anything", SITE, **EITHER)
        for name in (
            "account_login", "account_logout", "account_signup", "account_inactive", "account_request_login_code",
            "account_reset_password", "account_reset_password_done",
            "account_reset_password_from_key", "account_reset_password_from_key_done",
        )
    ],
    # Who has asked for no code is led to where one asks for it.
    Row("account_confirm_login_code", "anything", SITE, get=(OPEN, SIGN_IN), post=(OPEN, SIGN_IN)),
    # Who has neither a password nor a second factor has nothing to prove anew.
    *[Row(name, "second_factor", PRIVATE) for name in ("account_reauthenticate", "mfa_reauthenticate")],
    Row("mfa_deactivate_totp", "second_factor", Area.OWN),
    *[
        Row(name, "signed_in", PRIVATE, **GONE)  # nobody here has recovery codes
        for name in ("mfa_view_recovery_codes", "mfa_download_recovery_codes")
    ],
    Row("usersessions_list", "signed_in", PRIVATE),
    Row(
        "usersessions_end", "own_session", Area.OWN, get=(METHOD,), label="Sitzung der Vertretung",
        arguments=lambda world: {"pk": world.session.pk},
    ),
]  # fmt: skip

# --- Pages ------------------------------------------------------------------------------------------
HIDDEN = {"refused": ABSENT, "known_to": "write_for_mo"}
OWN_LISTS = {"needs": "enter_admin", **EITHER}
SUBMITTED = {"arguments": lambda world: {"page_id": world.submitted_page.pk, "action_name": "approve"}}
REVISED = {"arguments": lambda world: {"page_id": world.live_page.pk}}

PAGE_ADMIN_ROWS = [
    Row("wagtailadmin_pages:*", "edit_page", **EITHER, **HIDDEN),
    *[
        Row(f"wagtailadmin_pages:{view}", **OWN_LISTS)
        for view in ("type_use", "type_use_results", "search", "search_results")
    ],
    Row("wagtailadmin_pages:choose_parent", "enter_admin"),
    *[
        Row(f"wagtailadmin_pages:{view}", "edit_page", data=FORM, **HIDDEN)
        for view in ("add", "edit", "preview_on_add", "preview_on_edit")
    ],
    Row(
        "wagtailadmin_pages:copy", "edit_page", data={"new_title": "x", "new_slug": "x", "new_parent_page": "1"},
        post=(OPEN, ABSENT), **HIDDEN,
    ),
    Row("wagtailadmin_pages:convert_alias", "edit_page", **GONE, **HIDDEN),
    Row("wagtailadmin_pages:unpublish", "publish_page", **HIDDEN, **REVISED),
    # Wagtail 8 takes POST only.
    Row("wagtailadmin_pages:set_page_position", "publish_page", get=(OPEN, METHOD), **EITHER, **HIDDEN),
    Row("wagtailadmin_pages:set_privacy", "publish_page", **EITHER, **HIDDEN),
    *[Row(f"wagtailadmin_pages:{view}", "publish_page", **WRITE_ONLY, **HIDDEN) for view in ("lock", "unlock")],
    *[
        Row(f"wagtailadmin_pages:{view}", "publish_page", **EITHER, **HIDDEN, **SUBMITTED)
        for view in ("workflow_action", "collect_workflow_action_data", "workflow_preview")
    ],
    *[
        Row(f"wagtailadmin_pages:{view}", "edit_page", **EITHER, **HIDDEN, **SUBMITTED)
        for view in ("confirm_workflow_cancellation", "workflow_history", "workflow_history_detail")
    ],
    *[
        Row(f"wagtailadmin_pages:{view}", "edit_page", **EITHER, **HIDDEN, **REVISED, data=FORM)
        for view in ("revisions_index", "revisions_view", "revisions_revert")
    ],
    Row("wagtailadmin_pages:revisions_unschedule", "publish_page", **HIDDEN, **REVISED),
    Row(
        "wagtailadmin_pages:revisions_compare", "edit_page", **READ_ONLY, **HIDDEN,
        arguments=lambda world: (world.live_page.pk, "live", "latest"),
    ),
    Row("wagtailadmin_explore_root", "enter_admin", **READ_ONLY),
    Row("wagtailadmin_explore*", "edit_page", **READ_ONLY, **HIDDEN),
    Row("wagtailadmin_choose_page_child", "edit_page", **READ_ONLY, **HIDDEN),
    Row("wagtailadmin_choose_page_chosen_multiple", "enter_admin", **READ_ONLY, label="ohne Auswahl"),
    Row(
        "wagtailadmin_choose_page_chosen_multiple", "edit_page", **READ_ONLY, **HIDDEN,
        query=lambda world: {"id": world.draft_page.pk},
    ),
    Row("wagtailadmin_choose_page_external_link", "enter_admin", data={"external-link-chooser-url": ""}),
    Row("wagtailadmin_choose_*", "enter_admin", **EITHER),
    Row("wagtailforms:index*", "enter_admin", **READ_ONLY),
    Row("wagtailforms:*", "nobody", refused=ABSENT),
    Row("wagtailforms:delete_submissions", "nobody"),
]  # fmt: skip

# --- Pictures and files -------------------------------------------------------------------------------
MEDIA_ROWS = [
    row
    for kind, medium, single in (("images", "image", "image_usage"), ("docs", "document", "document_usage"))
    for row in (
        Row(f"wagtail{kind}:*", f"change_{medium}", **EITHER),
        *[
            Row(f"wagtail{kind}:{view}", "enter_admin", **EITHER)
            for view in ("index", "index_results", "add", "add_multiple")
        ],
        *[
            Row(f"wagtail{kind}:{view}", f"change_{medium}", **WRITE_ONLY)
            for view in ("edit_multiple", "delete_multiple")
        ],
        # An upload that lacks its title belongs to whoever began it: nobody here is that person.
        *[
            Row(
                f"wagtail{kind}:{view}", "nobody", get=(METHOD,), post=(METHOD,),
                arguments=lambda world, medium=medium: {"uploaded_file_id": world.uploads[medium].pk},
            )
            for view in (f"create_multiple_from_uploaded_{medium}", "delete_upload_multiple")
        ],
        Row(f"wagtail{kind}:{single}", f"change_{medium}", **READ_ONLY),
        Row(f"wagtail{kind}_chooser:*", "enter_admin", **EITHER),
        Row(f"wagtail{kind}_chooser:chosen", f"choose_{medium}", **READ_ONLY),
    )
] + [
    Row("wagtailimages:url_generator*", "enter_admin", get=(ABSENT,), **READ_ONLY),  # switched off
    Row("wagtailimages_chooser:select_format", "choose_image"),
    Row("wagtaildocs_authenticate_with_password", "anything", SITE),
    Row("wagtailcore_authenticate_with_password", "anything", SITE),
]  # fmt: skip

API_ROWS = [
    Row("wagtailadmin_api:*:listing", "enter_admin", **READ_ONLY),
    Row("wagtailadmin_api:*:find", "enter_admin", get=(ABSENT,), **READ_ONLY),
    Row("wagtailadmin_api:pages:detail", "edit_page", **READ_ONLY, **HIDDEN),
    Row("wagtailadmin_api:images:detail", "choose_image", **READ_ONLY, **HIDDEN),
    Row("wagtailadmin_api:documents:detail", "choose_document", **READ_ONLY, **HIDDEN),
    Row("wagtailadmin_api:pages:action", "publish_page", get=(METHOD,), **HIDDEN),
]

# --- Bulk actions -------------------------------------------------------------------------------------
BULK = {
    ("wagtailcore", "page"): ("edit_page", "draft_page"),
    ("media", "siteimage"): ("change_image", "image"),
    ("media", "sitedocument"): ("change_document", "document"),
    ("programme", "event"): ("delete_event", "draft_event"),
    ("organisations", "organisation"): ("delete_organisation", "organisation"),
    ("organisations", "organisationapplication"): ("nobody", "application"),
    ("organisations", "unitrule"): ("nobody", "unit_rule"),
    ("registration", "registration"): ("change_registration", "registration"),
    ("accounts", "user"): ("administer", "insider"),
}
"""Who may act on many at once, and the sample whose number is sent. A model without a line is a KeyError."""


def bulk_rows():
    """A row for every bulk action that Wagtail or we registered."""
    bulk_action_registry.get_bulk_action_class("", "", "")  # reads the hooks
    for app, models in sorted(bulk_action_registry.actions.items()):
        for model, actions in sorted(models.items()):
            needs, sample = BULK[app, model]
            for action in sorted(actions):
                names = {"app_label": app, "model_name": model, "action": action}
                yield Row(
                    "wagtail_bulk_action", needs, refused=DENIED if needs == "administer" else ABSENT,
                    label=f"{app}.{model} {action}",
                    arguments=lambda world, names=names: names,
                    query=lambda world, sample=sample: {"id": getattr(world, sample).pk},
                )  # fmt: skip


# --- The rest of the admin ---------------------------------------------------------------------------
ADMIN_ROWS = [
    *[
        Row(f"{namespace}:*", "administer", **EITHER)
        for namespace in (
            "wagtailadmin_collections", "wagtailadmin_workflows", "wagtailredirects", "wagtailsites",
            "wagtailusers_users", "wagtailusers_groups", "wagtaillocales",
        )
    ],
    Row("wagtailadmin_collections:delete", "administer", post=(DENIED,), refused=ABSENT),  # a unit stands on it
    Row("wagtailusers_groups:delete", "administer", post=(DENIED,)),  # so here
    Row("wagtaillocales:add", "administer", get=(DENIED,), post=(DENIED,)),  # every language is there
    # Wagtail 7.4 raises at an upload whose signature is missing. Nobody but administrators can send one.
    Row("wagtailredirects:process_import", "administer", get=(METHOD,), post=(BROKEN,)),
    *[
        Row(f"wagtailadmin_workflows:{view}", "administer", **WRITE_ONLY)
        for view in ("enable", "remove", "enable_task")
    ],
    Row(
        "wagtailadmin_workflows:add_task", "administer",
        arguments=lambda world: {"app_label": "wagtailcore", "model_name": "groupapprovaltask"},
    ),
    Row("wagtailadmin_workflows:task_cho*", "enter_admin", **EITHER),
    Row("wagtailsettings:*", "enter_admin", **GONE),  # no settings of ours
    Row("wagtailsnippets:index", "nobody"),  # every kind stands in the menu itself
    Row("wagtailembeds:*", "enter_admin"),
    Row("wagtailadmin_reports:*", "enter_admin", **READ_ONLY),
    *[Row(f"wagtailadmin_reports:locked_pages{end}", "lock_pages", **READ_ONLY) for end in ("", "_results")],
    *[
        Row(f"wagtailadmin_reports:page_types_usage{end}", "administer", **READ_ONLY, refused=ABSENT)
        for end in ("", "_results")
    ],
    Row("wagtailadmin_editing_sessions:ping", "edit_page", get=(METHOD,), **HIDDEN),
    Row("wagtailadmin_editing_sessions:release", "enter_admin", get=(METHOD,)),
    Row("wagtailadmin_block_preview", "enter_admin", get=(ABSENT,), **READ_ONLY),
    Row("wagtailadmin_home", "enter_admin", **READ_ONLY),
    Row("wagtailadmin_account", "enter_admin"),
    Row("wagtailadmin_dismissibles", "enter_admin", **READ_ONLY),
    Row("wagtailadmin_logout", "anything", Area.SITE, get=(METHOD,)),  # out, whoever one is, to the front page
    Row("wagtailadmin_tag_autocomplete", "enter_admin"),
    Row("wagtailadmin_tag_model_autocomplete", "enter_admin", arguments=lambda world: {"model_name": "tag"}),
    Row("<redaktion/test404/>", "enter_admin", **READ_ONLY),
    Row("wagtailadmin_login", "enter_admin", get=(SIGN_IN,), post=(SIGN_IN,)),
    Row("wagtailcore_login", "nobody", PRIVATE),
    Row("wagtailadmin_password_reset*", "nobody", SITE),  # the account pages do it
    Row("wagtailadmin_sprite", "anything", SITE),
    Row("wagtailadmin_javascript_catalog", "anything", SITE, **READ_ONLY),
    Row("<redaktion/.*/$>", "enter_admin", **GONE, arguments=lambda world: "/redaktion/gibt-es-nicht/"),
]  # fmt: skip

WAGTAIL_ROWS = [*ACCOUNT_ROWS, *PAGE_ADMIN_ROWS, *MEDIA_ROWS, *API_ROWS, *bulk_rows(), *ADMIN_ROWS]
NOT_ASKED = {"wagtailadmin_error_test"}
"""Fails on purpose, for those who may enter the admin: Wagtail's way to see whether errors are reported."""
