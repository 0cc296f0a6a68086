#include "activity/recordedrequest.h"

namespace poolscope::activity {

namespace {

const model::OperationDescriptor *operationOf(const transport::ActivityEntry &entry)
{
    for (const model::ServiceDescriptor *service : {&model::cognitoIdp(), &model::cognitoIdentity()}) {
        if (entry.service == service->id)
            return model::findOperation(*service, entry.operation);
    }
    return nullptr;
}

// Nothing of its form is recorded. That of the one operation that is called is always the same.
RecordedRequest stsRequest(const transport::ActivityEntry &entry)
{
    const bool isKnown = entry.operation == u"GetCallerIdentity";
    return {.method = QStringLiteral("POST"),
            .url = entry.url,
            .headers = {{QStringLiteral("Content-Type"),
                         QStringLiteral("application/x-www-form-urlencoded; charset=utf-8")}},
            .form = isKnown ? QStringLiteral("Action=GetCallerIdentity&Version=2011-06-15") : QString(),
            .isWhole = isKnown && entry.url.isValid(),
            .isSigned = true};
}

} // namespace

RecordedRequest recordedRequest(const transport::ActivityEntry &entry)
{
    const model::OperationDescriptor *operation = operationOf(entry);
    const bool isWhole = entry.url.isValid() && !entry.bodiesDropped;
    if (!operation && entry.service == u"sts")
        return stsRequest(entry);
    if (!operation)
        return {.method = QStringLiteral("GET"), .url = entry.url, .isWhole = isWhole};
    return {.operation = operation,
            .method = QStringLiteral("POST"),
            .url = entry.url,
            .headers = {{QStringLiteral("Content-Type"), QStringLiteral("application/x-amz-json-1.1")},
                        {QStringLiteral("X-Amz-Target"),
                         QStringLiteral("%1.%2").arg(operation->service->targetPrefix, operation->name)}},
            .body = entry.request,
            .isWhole = isWhole,
            .isSigned = operation->authorization == model::Authorization::SigV4};
}

} // namespace poolscope::activity
