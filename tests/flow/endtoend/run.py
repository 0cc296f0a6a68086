#!/usr/bin/python3
"""Runs one end-to-end script on a desktop of its own: run.py PROGRAM SCRIPT [ARGUMENT ...]

The desktop is a virtual display, a session bus with the accessibility bus, and a keyring, all with throwaway folders;
nothing of the caller's session is seen or touched. The script's exit code is this one's.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile

NEEDED = ["Xvfb", "dbus-run-session", "gnome-keyring-daemon", "xclip", "xdotool", "/usr/libexec/at-spi-bus-launcher"]


def missing_tools():
    return [tool for tool in NEEDED if shutil.which(tool) is None]


@contextlib.contextmanager
def display():
    """A free X display, its number chosen by the server."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield ":" + number
    finally:
        server.terminate()
        server.wait()


def session_environment(home, display_name):
    """Only what a session needs: settings of whoever runs the tests must not leak in."""
    environment = {
        "HOME": home,
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "LANG": "C.UTF-8",
        "DISPLAY": display_name,
        "XDG_CURRENT_DESKTOP": "GNOME",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUNBUFFERED": "1",
        # A sanitized build of the program says so in its own options.
        **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
    }
    if pictures := os.environ.get("POOLSCOPE_PICTURES"):
        environment["POOLSCOPE_PICTURES"] = pictures
    for variable, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"),
                             ("XDG_STATE_HOME", "state"), ("XDG_RUNTIME_DIR", "runtime"), ("TMPDIR", "tmp")):
        path = os.path.join(home, folder)
        os.mkdir(path, 0o700)
        environment[variable] = path
    return environment


def run(program, script, arguments):
    with tempfile.TemporaryDirectory(prefix="poolscope-e2e-", ignore_cleanup_errors=True) as home, display() as name:
        command = ["dbus-run-session", "--", sys.executable, script, program, *arguments]
        session = subprocess.Popen(command, env=session_environment(home, name), cwd=home, start_new_session=True)
        try:
            return session.wait()
        finally:
            # What the bus has started on demand lives in the session's group.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(session.pid, signal.SIGTERM)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    if missing := missing_tools():
        sys.exit("Missing: " + ", ".join(missing) + ". See packaging/debian-packages.txt.")
    program, script = (os.path.abspath(argument) for argument in sys.argv[1:3])
    # A test runner ends a test that hangs with SIGTERM: leave through the clean-up.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(run(program, script, sys.argv[3:]))


if __name__ == "__main__":
    main()
