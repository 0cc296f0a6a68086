"""Makes the C++ of one service from resources/model: generate.py SERVICE MODEL_FOLDER OUTPUT_FOLDER PARTS"""

import sys
from dataclasses import dataclass
from pathlib import Path

from headertext import header
from servicemodel import ModelError, load
from tabletext import Tables


@dataclass
class Names:
    namespace: str
    stem: str
    function: str
    target: str
    signing: str


SERVICES = {
    "cognito-idp": Names("idp", "cognitoidp", "cognitoIdp", "AWSCognitoIdentityProviderService", "cognito-idp"),
    "cognito-identity": Names("identity", "cognitoidentity", "cognitoIdentity", "AWSCognitoIdentityService",
                              "cognito-identity"),
}


def main(service_name: str, model_folder: str, output_folder: str, parts: str) -> int:
    names = SERVICES[service_name]
    try:
        service = load(Path(model_folder), service_name)
        tables = Tables(service, names.namespace, f"{names.stem}.h", service_name, names.target, names.signing)
        texts = {
            f"{names.stem}.h": header(service, names.namespace),
            f"{names.stem}tables.h": tables.declarations(),
        }
        for part in range(int(parts)):
            texts[f"{names.stem}tables{part}.cpp"] = tables.source(
                f"{names.stem}tables.h", names.function, part, int(parts))
    except ModelError as error:
        print(f"{service_name}: {error}", file=sys.stderr)
        return 1
    folder = Path(output_folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
