#pragma once

#include <QString>

namespace poolscope {

// What stands in place of a secret, everywhere.
QString redactedMark();

// For texts whose structure is not known (log lines, a server's error page): replaces what looks like a token
// (eyJ... triples), an AWS access key id, an Authorization or X-Amz-Security-Token header, and the values of names that are
// secret in this protocol (password, code, SECRET_HASH, Session, SRP values, client secret...). Structured data is
// redacted by the model's marks instead (model/codec.h).
QString redactText(const QString &text);

} // namespace poolscope
