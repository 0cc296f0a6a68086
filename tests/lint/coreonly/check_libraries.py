"""check_libraries.py PROGRAM SAMPLE: the program starts and loads no library of the screen; the sample would load one."""

import re
import subprocess
import sys

SCREEN = re.compile(r"libQt6(?:Gui|Widgets|Svg|OpenGL|Qml|Quick|PrintSupport)\b")


def screen_libraries(program):
    listing = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    if "libQt6Core" not in listing:
        sys.exit(f"{program} does not even load Qt Core:\n{listing}")
    return sorted(set(SCREEN.findall(listing)))


program, sample = sys.argv[1:]
if not screen_libraries(sample):
    sys.exit("the sample, which uses Qt Gui, passes the check")
found = screen_libraries(program)
if found:
    sys.exit(f"src loads {', '.join(found)}")
subprocess.run([program], check=True, timeout=30, env={})
print("src starts without a screen's libraries")
