#include "sandbox/operations/listing.h"

#include "sandbox/operations/paging.h"

namespace poolscope::sandbox {

Outcome<QString> Listing::position(const std::optional<QString> &token) const
{
    if (!token)
        return QString();
    const auto position = readPageToken(key, scope, *token, call->services.clock.nowMs());
    if (!position)
        return refuse(refusals::badPaginationToken);
    return *position;
}

QString Listing::token(const QString &position) const
{
    return makePageToken(key, scope, position, call->services.clock.nowMs());
}

} // namespace poolscope::sandbox
