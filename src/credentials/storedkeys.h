#pragma once

#include "transport/sigv4.h"

#include <QByteArray>

#include <optional>

namespace poolscope::credentials {

// Keys as they lie in the keychain, under profiles::awsKeysKey(). Pure.
QByteArray storedKeys(const transport::SigningCredentials &keys);
std::optional<transport::SigningCredentials>
keysFromStored(const QByteArray &bytes); // none: not what storedKeys() makes

} // namespace poolscope::credentials
