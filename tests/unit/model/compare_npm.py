"""Holds resources/model against the newest npm clients, which are read and never run.

POOLSCOPE_NPM names a node_modules folder; without it tests/interop/node_modules is taken where it exists.
"""

import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from modelcomparison import check_the_check, judge  # noqa: E402
from modelcopies import SOURCE, Npm, ours, without  # noqa: E402

PACKAGES = {"cognito-idp": "client-cognito-identity-provider", "cognito-identity": "client-cognito-identity"}


def main() -> int:
    named = os.environ.get("POOLSCOPE_NPM")
    folder = Path(named) if named else SOURCE / "tests/interop/node_modules"
    if not named and not folder.is_dir():
        return without(f"POOLSCOPE_NPM is not set and {folder} does not exist")
    good = True
    for service, package in PACKAGES.items():
        mine = ours(service)
        theirs = Npm(folder / "@aws-sdk" / package).copy
        if len(theirs.operations) < len(mine.operations) // 2:
            print(f"{theirs.title}: only {len(theirs.operations)} operations were understood; has its form changed?")
            good = False
        check_the_check(mine, theirs, Npm.EVERYWHERE, Npm.SOMEWHERE)
        good &= judge(mine, theirs, {})
        print("  not in this copy: limits and patterns (Debian's copy of botocore has those that it knows)")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
