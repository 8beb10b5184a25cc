from enum import StrEnum


class SignInStep(StrEnum):
    """What is still missing before an account of the editors' desk counts as signed in.

    The value is the name of the address where one does it.
    """

    SET_UP = "mfa_activate_totp"
    """There is no second factor yet."""
    ENTER_CODE = "mfa_reauthenticate"
    """There is one, but this session has not passed it: it is older, or began on a way around it."""
