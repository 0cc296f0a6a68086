#pragma once

#include "core/error.h"
#include "diagnosis/facts.h"
#include "ui/common/callout.h"

#include <QStringList>

namespace poolscope::ui {

struct Explained
{
    Callout::Content content;
    QString field; // the form field it concerns, by src/diagnosis' names; may be empty
};

// An error as a callout: what, why here, what to do, then the service's own words and the request id. Of the actions that
// the explanation suggests only those in `offered` become buttons.
Explained explained(const Error &error, const diagnosis::Facts &facts, const QStringList &offered);

} // namespace poolscope::ui
