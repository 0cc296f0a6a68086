"""The session's services, and the program under test as a user starts and quits it."""

import contextlib
import faulthandler
import os
import re
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

import accessible
import hands

FOLDER = os.path.dirname(os.path.abspath(__file__))
QUIT_WITHIN = 20.0
# Shorter than the test runner's patience: a call that never returns is to be seen.
GIVE_UP_AFTER = float(os.environ.get("POOLSCOPE_GIVE_UP_AFTER", "220"))
# What may stand on stderr: nothing that we know of.
HARMLESS = re.compile(r"^\s*$")


SERVICE = ("org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service")


@contextlib.contextmanager
def desktop():
    """Accessibility bus, and keyboard focus for the topmost window."""
    bus = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], stderr=subprocess.DEVNULL)
    focus = subprocess.Popen([sys.executable, os.path.join(FOLDER, "windowfocus.py")])
    try:
        yield
    finally:
        for process in (focus, bus):
            process.terminate()
            process.wait()


@contextlib.contextmanager
def services():
    """A desktop with an unlocked keyring."""
    subprocess.run(["gnome-keyring-daemon", "--unlock", "--components=secrets"], input=b"throwaway", check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with desktop():
        yield


@contextlib.contextmanager
def services_without_keyring():
    """A desktop where whoever has the keyring's name can do nothing, as where it cannot be unlocked."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    owner = Gio.bus_own_name_on_connection(bus, SERVICE[0], Gio.BusNameOwnerFlags.NONE, None, None)
    try:
        with desktop():
            yield
    finally:
        Gio.bus_unown_name(owner)


def keyring_items():
    """The keys under which the keyring holds something, asked of the Secret Service itself."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def call(path, interface, method, arguments):
        return bus.call_sync(SERVICE[0], path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000).unpack()

    unlocked, locked = call(*SERVICE[1:], "SearchItems", GLib.Variant("(a{ss})", ({},)))
    wanted = GLib.Variant("(ss)", ("org.freedesktop.Secret.Item", "Attributes"))
    return [call(path, "org.freedesktop.DBus.Properties", "Get", wanted)[0].get("user", path)
            for path in unlocked + locked]


class Program:
    """One profile; started and quit as often as the test wants. Everything it says on stderr is kept."""

    def __init__(self, path, *arguments):
        self._command = [path, *arguments]
        self.home = os.environ["HOME"]
        self.profile = os.path.join(self.home, "profile")
        self._said = tempfile.TemporaryFile(dir=os.environ["TMPDIR"])
        self._process = None
        self.screen = None

    def start(self):
        self._process = subprocess.Popen(self.command, stdout=self._said, stderr=self._said)
        self.screen = accessible.Application(self._process.pid, lambda: self._process.poll() is None)
        self.screen.wait(accessible.Role.FRAME, re.compile("Poolscope"))
        return self.screen

    @property
    def command(self):
        return [*self._command, "--profile-dir", self.profile, "--sandbox-port", "0", "--theme", "light"]

    @property
    def pid(self):
        return self._process.pid

    def quit(self):
        """By keyboard, as a user does."""
        hands.press("ctrl+q")
        end = time.monotonic() + QUIT_WITHIN
        while self._process.poll() is None and time.monotonic() < end:
            time.sleep(accessible.INTERVAL)
        code = self._process.poll()
        if code is None:
            raise accessible.Failure("Ctrl+Q did not end the program")
        if code != 0:
            raise accessible.Failure(f"the program ended with {code}:\n{self.said()}")

    def terminate(self, number, patience):
        """By a signal that asks for the end. Returns how long it took, in seconds."""
        began = time.monotonic()
        self._process.send_signal(number)
        try:
            code = self._process.wait(patience)
        except subprocess.TimeoutExpired:
            raise accessible.Failure(f"signal {number} did not end the program") from None
        if code != 0:
            raise accessible.Failure(f"the program ended with {code}:\n{self.said()}")
        return time.monotonic() - began

    def said(self):
        self._said.seek(0)
        text = self._said.read().decode("utf-8", "replace")
        self._said.seek(0, os.SEEK_END)
        return text

    def kill(self):
        if self._process and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def check_silence(self, expected=None):
        loud = [line for line in self.said().splitlines()
                if not HARMLESS.match(line) and not (expected and expected.match(line))]
        if loud:
            raise accessible.Failure("on stderr:\n" + "\n".join(loud))

    def files(self):
        """All files below the throwaway home but the sandbox's own data, where its codes belong."""
        sandbox = os.path.join(self.profile, "sandbox")
        for folder, folders, names in os.walk(self.home):
            folders[:] = [name for name in folders if os.path.join(folder, name) != sandbox]
            for name in names:
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    yield path

    def check_secrets(self, secrets):
        """None of the named secrets stands on stderr or in a file."""
        said = self.said().encode()
        for name, secret in secrets.items():
            # A code is six digits: inside a longer number it is none.
            pattern = re.compile(rb"(?<![0-9])" + re.escape(secret.encode()) + rb"(?![0-9])")
            if pattern.search(said):
                raise accessible.Failure(f"{name} stands on stderr")
            for path in self.files():
                with open(path, "rb") as file:
                    if pattern.search(file.read()):
                        raise accessible.Failure(f"{name} stands in {os.path.relpath(path, self.home)}")


def main(test, *arguments, services=services):
    """Runs test(program) in the session and says what was on the screen when it failed."""
    faulthandler.dump_traceback_later(GIVE_UP_AFTER, exit=True)
    with services():
        program = Program(sys.argv[1], *arguments)
        try:
            test(program)
        except Exception:
            if program.screen:
                with contextlib.suppress(Exception):
                    print("On the screen:\n" + program.screen.listing(), file=sys.stderr)
            print("The program said:\n" + program.said(), file=sys.stderr)
            raise
        finally:
            program.kill()
