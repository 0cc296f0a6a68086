"""Holds resources/model against Debian's python3-botocore. Run by /usr/bin/python3, the interpreter that has it."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True

from modelcomparison import (  # noqa: E402
    check_the_check, judge, read_known, read_unchecked, unchecked_findings, unchecked_limits)
from modelcopies import Botocore, ours, without  # noqa: E402

HERE = Path(__file__).parent
MODELS = {"cognito-idp": "2016-04-18", "cognito-identity": "2014-06-30"}


def main() -> int:
    try:
        import botocore
    except ImportError:
        return without("/usr/bin/python3 has no botocore (package python3-botocore)")
    data = Path(botocore.__file__).parent / "data"
    good = True
    for service, version in MODELS.items():
        mine = ours(service)
        reader = Botocore(data / service / version / "service-2.json", f"botocore {botocore.__version__} {service}")
        check_the_check(mine, reader.copy, reader.EVERYWHERE, reader.SOMEWHERE)
        good &= judge(mine, reader.copy, read_known(HERE / f"known_{service}.tsv"))
        unchecked = unchecked_limits(mine, reader.copy)
        findings = unchecked_findings(unchecked, read_unchecked(HERE / "unchecked.tsv", service))
        good &= not findings
        print(f"  nothing checks the limits of {len(unchecked)} members, which unchecked.tsv lists")
        for finding in findings:
            print(f"  {finding} (unchecked.tsv, {service})")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
