#pragma once

#include "core/error.h"
#include "diagnosis/facts.h"
#include "ui/common/callout.h"

#include <QString>

// What the notices above every page say. When one is shown, and what its button does, is up to those who show it.
namespace poolscope::notices {

ui::Callout::Content damagedData(const QString &path); // where the old data lies
ui::Callout::Content noDemoPool(const Error &error);
ui::Callout::Content sandboxFailed(const Error &error);         // it did not start, or has ended
ui::Callout::Content noKeychain(const QString &sentence);       // of the secret store
ui::Callout::Content unsavedConnections(const Error &error);    // the connections' file could not be written
ui::Callout::Content unreadConnections(const QString &problem); // it could not be read
// The pool's settings could not be read with the connection's AWS keys.
ui::Callout::Content uselessKeys(const Error &error, const diagnosis::Facts &facts);

} // namespace poolscope::notices
