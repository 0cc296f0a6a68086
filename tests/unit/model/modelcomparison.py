"""Compares two copies of the service model and judges the differences by a list of those that are known."""

import copy
from collections import Counter
from dataclasses import replace
from pathlib import Path

from modelcopies import Action, Copy, Facts

# Without a limit, or with the one that the service applies to every text anyway.
NO_LIMITS = {(None, None, ""), (0, 131072, "")}


def member_differences(mine: Facts, theirs: Facts) -> list[str]:
    found = []
    if theirs.type is not None and mine.type != theirs.type:
        found.append(f"type {mine.type}, there {theirs.type}")
    for mark in ("required", "sensitive"):
        if getattr(theirs, mark) is not None and getattr(mine, mark) != getattr(theirs, mark):
            found.append(f"{'' if getattr(mine, mark) else 'not '}{mark}")
    if mine.limits is not None and theirs.limits is not None and mine.limits != theirs.limits:
        if not {mine.limits, theirs.limits} <= NO_LIMITS:
            found.append(f"limits {mine.limits}, there {theirs.limits}")
    if theirs.values is not None and mine.values != theirs.values:
        found += [f"value {value} more" for value in sorted((mine.values or frozenset()) - theirs.values)]
        found += [f"value {value} missing" for value in sorted(theirs.values - (mine.values or frozenset()))]
    if theirs.element is not None and mine.element != theirs.element:
        found.append(f"element {mine.element}, there {theirs.element}")
    return found


def struct_differences(place: str, mine: dict[str, Facts], theirs: dict[str, Facts]) -> list[str]:
    found = [f"{place}.{name}: more" for name in mine if name not in theirs]
    found += [f"{place}.{name}: missing" for name in theirs if name not in mine]
    for name in mine:
        if name in theirs:
            found += [f"{place}.{name}: {difference}" for difference in member_differences(mine[name], theirs[name])]
    return found


def operation_differences(name: str, mine: Action, theirs: Action) -> list[str]:
    found = struct_differences(f"{name} in", mine.input, theirs.input)
    found += struct_differences(f"{name} out", mine.output, theirs.output)
    if theirs.errors is not None:
        found += [f"{name}: error {error} more" for error in sorted(mine.errors - theirs.errors)]
        found += [f"{name}: error {error} missing" for error in sorted(theirs.errors - mine.errors)]
    if theirs.signed is not None and mine.signed != theirs.signed:
        found.append(f"{name}: {'signed' if mine.signed else 'unsigned'}")
    return found


def differences(mine: Copy, theirs: Copy) -> list[str]:
    found = [f"{name}: operation missing" for name in theirs.operations if name not in mine.operations]
    for name, action in mine.operations.items():
        if name in theirs.operations:
            found += operation_differences(name, action, theirs.operations[name])
    roots = {id(shape) for copy in (mine, theirs) for action in copy.operations.values()
             for shape in (action.input, action.output)}
    for name, members in theirs.structs.items():
        if name in mine.structs and id(members) not in roots:
            found += struct_differences(name, mine.structs[name], members)
    for name, values in theirs.enums.items():
        if name in mine.enums:
            found += [f"{name}: value {value} more" for value in sorted(mine.enums[name] - values)]
            found += [f"{name}: value {value} missing" for value in sorted(values - mine.enums[name])]
    return found


# Of one member: how each fact is spoilt, and where there is one to spoil.
SPOILT_FACTS = {
    "required": lambda facts: replace(facts, required=not facts.required),
    "sensitive": lambda facts: replace(facts, sensitive=not facts.sensitive),
    "type": lambda facts: replace(facts, type="spoilt"),
    "element": lambda facts: replace(facts, element="spoilt"),
    "limits": lambda facts: replace(facts, limits=(1, 2, "spoilt")),
    "values": lambda facts: replace(facts, values=facts.values and facts.values | {"SPOILT"}),
}


def shared_members(mine: Copy, theirs: Copy) -> dict[str, tuple[Facts, Facts]]:
    return {f"{name}.{member}": (facts, theirs.structs[name][member]) for name, members in mine.structs.items()
            for member, facts in members.items() if member in theirs.structs.get(name, {})}


def check_facts(mine: Copy, theirs: Copy, everywhere: set[str], somewhere: set[str]) -> None:
    """A reader that no longer finds a fact would let every value of it pass."""
    for fact in sorted((everywhere | somewhere) - {"enums"}):
        spoil = SPOILT_FACTS[fact]
        spoilt = {place: (spoil(facts), facts, other) for place, (facts, other) in shared_members(mine, theirs).items()
                  if spoil(facts) != facts}
        unnoticed = [place for place, (wrong, facts, other) in spoilt.items()
                     if member_differences(wrong, other) == member_differences(facts, other)]
        if not spoilt or len(unnoticed) == len(spoilt) or (fact in everywhere and unnoticed):
            raise AssertionError(f"{theirs.title}: spoilt {fact} go unnoticed, as of {unnoticed[:3]}")


def check_enums(mine: Copy, theirs: Copy) -> None:
    spoilt = copy.deepcopy(mine)
    spoilt.enums = {name: values | {"SPOILT"} for name, values in mine.enums.items()}
    found = set(differences(spoilt, theirs)) - set(differences(mine, theirs))
    unnoticed = [name for name in mine.enums if name in theirs.enums and f"{name}: value SPOILT more" not in found]
    if unnoticed or not found:
        raise AssertionError(f"{theirs.title}: spoilt enumerations go unnoticed: {unnoticed}")


def check_the_check(mine: Copy, theirs: Copy, everywhere: set[str], somewhere: set[str]) -> None:
    """A comparison that finds nothing in a spoilt copy would be worth nothing. `everywhere`: facts that the other copy
    tells of every member that both have ("enums": of every enumeration); `somewhere`: of some."""
    check_facts(mine, theirs, everywhere, somewhere)
    if "enums" in everywhere:
        check_enums(mine, theirs)
    for spoil in ("member", "operation", "error"):
        spoilt = copy.deepcopy(mine)
        name = next(name for name, action in mine.operations.items() if action.input and name in theirs.operations)
        action = spoilt.operations[name]
        match spoil:
            case "member":
                action.input.popitem()
            case "operation":
                del spoilt.operations[name]
            case "error":
                action.errors = action.errors | {"SpoiltException"}
        if set(differences(spoilt, theirs)) <= set(differences(mine, theirs)):
            raise AssertionError(f"{theirs.title}: a spoilt {spoil} goes unnoticed")
    if not unchecked_findings(["A.B"], set()) or not unchecked_findings([], {"A.B"}) or unchecked_findings(["A.B"], {"A.B"}):
        raise AssertionError("a limit that nothing checks goes unnoticed")


def unchecked_limits(mine: Copy, theirs: Copy) -> list[str]:
    """The members with limits which the other copy does not know."""
    return [f"{name}.{member}" for name, members in mine.structs.items() for member, facts in members.items()
            if facts.limits not in NO_LIMITS and member not in theirs.structs.get(name, {})]


def unchecked_findings(unchecked: list[str], listed: set[str]) -> list[str]:
    found = [f"nothing checks the limits of {place}, and the list of those does not name it"
             for place in unchecked if place not in listed]
    return found + [f"the limits of {place} are checked by now, or gone: to be taken off the list"
                    for place in sorted(listed - set(unchecked))]


def judge(mine: Copy, theirs: Copy, known: dict[str, str]) -> bool:
    """Prints what was compared and every difference that is not known; `known` maps differences to their reasons."""
    found = differences(mine, theirs)
    unexpected = [difference for difference in found if difference not in known]
    stale = [difference for difference in known if difference not in found]
    alone = [name for name in mine.operations if name not in theirs.operations]
    members = sum(len(shape) for shape in theirs.structs.values())
    print(f"{theirs.title}: {len(theirs.operations)} operations, {len(theirs.structs)} structures, {members} members; "
          f"{len(found)} differences, {len(found) - len(unexpected)} of them known")
    for reason, count in sorted(Counter(known[difference] for difference in found if difference in known).items()):
        print(f"  {count:4} {reason}")
    for difference in unexpected:
        print(f"  not known: {difference}")
    for difference in stale:
        print(f"  no longer there, so to be taken off the list: {difference}")
    if alone:
        print(f"  not in this copy: {', '.join(alone)}")
    return not unexpected and not stale


def read_known(path: Path) -> dict[str, str]:
    """Lines of `reason, tab, difference`."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return {difference: reason for reason, difference in rows}


def read_unchecked(path: Path, service: str) -> set[str]:
    """Lines of `service, tab, structure.member`."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return {place for named, place in rows if named == service}
