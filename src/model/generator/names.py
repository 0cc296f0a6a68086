"""From the names of the service to those of C++."""

import re


def field_name(member: str) -> str:
    """UserPoolId: userPoolId; MFAOptions: mfaOptions; CSS: css."""
    capitals = re.match(r"[A-Z]*", member).group(0)
    if len(capitals) == len(member):
        return member.lower()
    if len(capitals) > 1 and not member[len(capitals)].isdigit():
        capitals = capitals[:-1]
    return capitals.lower() + member[len(capitals):]


# Of all keywords the models use only this one.
KEYWORDS = {"mutable"}


def cpp_field(member: str) -> str:
    """The field name, made fit for C++."""
    name = field_name(member)
    return f"{name}_" if name in KEYWORDS else name


def constant_name(value: str) -> str:
    """USER_SRP_AUTH: UserSrpAuth; not_remembered: NotRemembered; V1_0: V1_0; InProgress: InProgress."""
    name = ""
    for word in re.split(r"[^A-Za-z0-9]+", value):
        if name and name[-1].isdigit() and word[0].isdigit():
            name += "_"
        name += word[0].upper() + (word[1:].lower() if word.isupper() else word[1:])
    return name
