#!/usr/bin/python3
"""Clocks that are wrong: the computer's 20 minutes slow or 3 hours fast, beside a service that has the right time; and a
computer that sleeps for two hours while somebody is signed in."""

import contextlib
import glob
import os
import subprocess
import sys
import time

import endpointconnection
import headless
import program
import recorder
from accessible import Failure, Role, wait_for
from endpointconnection import EMAIL, PASSWORD
from mainjob import expect

PRELOADED = "/usr/lib/*/faketime/libfaketimeMT.so.1"
WRONG = {"slow": -20 * 60, "fast": 3 * 60 * 60}
# The program looks at the clock every half minute, because a timer does not hear of sleep.
NOTICED_WITHIN = 60.0
REFRESH = "REFRESH_TOKEN_AUTH"
SKIPPED = 77  # as CMakeLists.txt has it


@contextlib.contextmanager
def environment(**variables):
    """Of what is started meanwhile."""
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def preloaded():
    """Timers go on as they do: only the time of day is another."""
    found = glob.glob(PRELOADED)
    if not found:
        raise Failure("libfaketime is missing; see packaging/debian-packages.txt")
    return {"LD_PRELOAD": found[0], "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_NO_CACHE": "1"}


def check_that_it_is_wrong(app, seconds):
    """The program has the clock that was asked for, which every other program would have in its place."""
    with open(f"/proc/{app.pid}/maps", encoding="ascii", errors="replace") as maps:
        expect("libfaketime" in maps.read(), "the program's clock is the right one")
    shown = int(subprocess.run(["date", "+%s"], capture_output=True, text=True, check=True).stdout)
    expect(abs(shown - time.time() - seconds) < 30, f"the clock is {shown - time.time():.0f} s off, and not {seconds}")


def with_profile(app, name):
    app.profile = os.path.join(app.home, name)
    return app


def signs_in_with_a_wrong_clock(app, name, seconds):
    """SRP dates its proof and a token has a lifetime: both go by the service's time."""
    with headless.sandbox(sys.argv[1]) as server:
        server.add_user(EMAIL, PASSWORD)
        with environment(**preloaded(), FAKETIME=f"{seconds:+d}"):
            screen = with_profile(app, name).start()
            check_that_it_is_wrong(app, seconds)
        screen.wait_focus(Role.TEXT)
        endpointconnection.add_connection(screen, server)
        endpointconnection.sign_in(screen)
        app.quit()


def sleeps(app):
    """After waking the tokens have ended, and are refreshed once."""
    clock = os.path.join(app.home, "clock")

    def move(offset):
        with open(clock + ".new", "w", encoding="ascii") as file:
            file.write(offset + "\n")
        os.replace(clock + ".new", clock)

    move("+0")
    with contextlib.ExitStack() as stack:
        stack.enter_context(environment(**preloaded(), FAKETIME_TIMESTAMP_FILE=clock))
        server = stack.enter_context(headless.sandbox(sys.argv[1]))
        server.add_user(EMAIL, PASSWORD)
        wire = stack.enter_context(recorder.Recorder(server.endpoint).serving())
        server.endpoint = wire.endpoint
        screen = with_profile(app, "asleep").start()
        screen.wait_focus(Role.TEXT)
        endpointconnection.add_connection(screen, server)
        endpointconnection.sign_in(screen)
        expect(REFRESH not in wire.flows, f"refreshed before anything ended: {wire.flows}")
        check_that_it_is_wrong(app, 0)
        move("+2h")
        check_that_it_is_wrong(app, 2 * 60 * 60)
        wait_for("the tokens refreshed", lambda: REFRESH in wire.flows, NOTICED_WITHIN)
        screen.wait(Role.LABEL, "The token is valid.")
        app.quit()
        expect(wire.flows.count(REFRESH) == 1, f"refreshed more than once: {wire.flows}")


def clocks(app):
    for name, seconds in WRONG.items():
        signs_in_with_a_wrong_clock(app, name, seconds)
    sleeps(app)
    app.check_silence()


def is_sanitized(path):
    """The sanitizer's library has to be the first one, and so has the clock's."""
    with open(path, "rb") as file:
        return b"libasan.so" in file.read()


if __name__ == "__main__":
    if is_sanitized(sys.argv[1]):
        print("A program with the address sanitizer cannot be given another clock.")
        sys.exit(SKIPPED)
    program.main(clocks)
