"""The AWS CLI, read by Python once: each command runs in a fork of a process that has it ready.

A command takes a tenth of the time that starting `aws` anew takes, and does the same: see AsTyped in awscli.py.
"""

import json
import os
import subprocess
import sys
import tempfile

TIMEOUT_SECONDS = 60


class Forks:
    """The process from which commands fork; ends with stop()."""

    def __init__(self, cli, environment):
        with open(cli, encoding="utf-8") as program:
            interpreter = program.readline().removeprefix("#!").strip()  # another Python may have another AWS CLI
        self._process = subprocess.Popen([interpreter, "-B", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         text=True, env=environment)

    def run(self, arguments, environment):
        """As subprocess.run() of `aws` with captured texts."""
        print(json.dumps([arguments, environment]), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the process of the AWS CLI ended with {self._process.wait()}")
        code, stdout, stderr = json.loads(answer)
        return subprocess.CompletedProcess(["aws", *arguments], code, stdout, stderr)

    def stop(self):
        self._process.stdin.close()
        self._process.wait(TIMEOUT_SECONDS)
        self._process.stdout.close()


def run_in_fork(driver, arguments, environment):
    with tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        child = os.fork()
        if child == 0:
            code = 255
            try:
                os.dup2(stdout.fileno(), 1)
                os.dup2(stderr.fileno(), 2)
                os.environ.update(environment)
                code = driver.main(arguments)
                sys.stdout.flush()
                sys.stderr.flush()
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        texts = []
        for file in (stdout, stderr):
            file.seek(0)
            texts.append(file.read().decode())
        return [code, *texts]


def main():
    sys.path.pop(0)  # this folder, whose awscli.py is not the CLI
    import awscli.clidriver  # only here: whoever imports this module has no use for it

    sys.argv[0] = "aws"
    driver = awscli.clidriver.create_clidriver()
    driver.session.get_service_model("cognito-idp")
    driver.session.get_component("endpoint_resolver")
    for line in sys.stdin:
        print(json.dumps(run_in_fork(driver, *json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
