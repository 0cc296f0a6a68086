#pragma once

#include "model/descriptor.h"
#include "transport/activitylog.h"

namespace poolscope::activity {

// An entry's request as it went out, as far as it can be shown: the body redacted, no signature.
struct RecordedRequest
{
    struct Header
    {
        QString name;
        QString value;
    };

    const model::OperationDescriptor *operation = nullptr; // null: a form, or a plain GET, such as of a pool's keys
    QString method;
    QUrl url;
    QList<Header> headers; // those that the service looks at
    json::Value body;      // redacted; null of a GET and of a form
    QString form = {};     // of STS, which takes no JSON
    bool isWhole = true;   // false: the log has let go of the body, or does not say where it went
    bool isSigned = false;

    bool isForm() const { return !form.isEmpty(); }
};

RecordedRequest recordedRequest(const transport::ActivityEntry &entry);

} // namespace poolscope::activity
