"""Starts the program's sandbox for a test, and sees to it that it ends cleanly.

As a script: sandbox.py POOLSCOPE COMMAND... runs the command with the sandbox's address in POOLSCOPE_SANDBOX.
"""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request

START_SECONDS = 60
STOP_SECONDS = 20
MODEL = pathlib.Path(__file__).resolve().parents[2] / "resources/model/cognito-idp.operations.tsv"
LISTENING = re.compile(r"^Listening on (http://127\.0\.0\.1:\d+)$")


class Sandbox:
    """`poolscope sandbox --port 0` without a display and with a home of its own; a context manager."""

    def __init__(self, program, *arguments):
        self._home = tempfile.TemporaryDirectory(prefix="poolscope-interop-")
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS")
                       and not name.startswith(("XDG_", "AWS_"))}
        environment["HOME"] = self._home.name
        self._process = subprocess.Popen([program, "sandbox", "--port", "0", *arguments], stdout=subprocess.PIPE,
                                         text=True, env=environment)
        self.endpoint = self._read_endpoint()

    def _read_endpoint(self):
        watchdog = threading.Timer(START_SECONDS, self._process.kill)
        watchdog.start()
        try:
            lines = []
            for line in self._process.stdout:
                lines.append(line)
                match = LISTENING.match(line.strip())
                if match:
                    return match[1]
        finally:
            watchdog.cancel()
        self._process.wait()
        raise RuntimeError(f"the sandbox ended with {self._process.returncode} before it listened: {''.join(lines)}")

    def messages(self):
        """Every mail and SMS, newest first."""
        with urllib.request.urlopen(f"{self.endpoint}/_poolscope/messages", timeout=10) as reply:
            return json.load(reply)

    def code_for(self, address):
        """The code of the newest message to this address."""
        return next(message["code"] for message in self.messages() if message["to"] == address and message["code"])

    def operations(self):
        """The names of the simulated operations, of all in the service's model: the others are refused by name."""
        lines = MODEL.read_text(encoding="utf-8").splitlines()[1:]
        return [name for name in (line.split("\t")[0] for line in lines) if self._simulates(name)]

    def _simulates(self, operation):
        headers = {"Content-Type": "application/x-amz-json-1.1",
                   "X-Amz-Target": f"AWSCognitoIdentityProviderService.{operation}"}
        try:
            with urllib.request.urlopen(urllib.request.Request(self.endpoint, b"{}", headers), timeout=10):
                return True
        except urllib.error.HTTPError as error:
            return json.load(error)["__type"] != "NotSimulatedException"

    def stop(self):
        """SIGTERM must end it with 0."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            code = self._process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise RuntimeError("the sandbox did not end on SIGTERM") from None
        finally:
            self._process.stdout.close()
            self._home.cleanup()
        if code != 0:
            raise RuntimeError(f"the sandbox ended with {code}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def main():
    program, *command = sys.argv[1:]
    with Sandbox(program) as sandbox:
        status = subprocess.run(command, env=os.environ | {"POOLSCOPE_SANDBOX": sandbox.endpoint}, check=False).returncode
    sys.exit(status)


if __name__ == "__main__":
    main()
