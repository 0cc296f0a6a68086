"""Holds resources/model against Debian's python3-botocore. Run by /usr/bin/python3, the interpreter that has it."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True

from modelcomparison import check_the_check, judge, read_known, unchecked_limits  # noqa: E402
from modelcopies import NO_BOTOCORE, Botocore, ours  # noqa: E402

SKIPPED = 77
MODELS = {"cognito-idp": "2016-04-18", "cognito-identity": "2014-06-30"}


def main() -> int:
    try:
        import botocore
    except ImportError:
        print(NO_BOTOCORE)
        return SKIPPED
    data = Path(botocore.__file__).parent / "data"
    good = True
    for service, version in MODELS.items():
        mine = ours(service)
        check_the_check(mine)
        reader = Botocore(data / service / version / "service-2.json", f"botocore {botocore.__version__} {service}")
        good &= judge(mine, reader.copy, read_known(Path(__file__).parent / f"known_{service}.tsv"))
        lonely = unchecked_limits(mine, reader.copy)
        if lonely:
            print(f"  nothing checks the limits in (number of members): {', '.join(lonely)}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
