#pragma once

#include "sandbox/operations/common.h"

// Lists that come in pages.
namespace poolscope::sandbox {

inline constexpr qint64 largestPage = 60;

inline qint64 pageSize(const std::optional<qint64> &limit) // 0 is the default
{
    return limit.value_or(0) == 0 ? largestPage : *limit;
}

// key: seals the tokens; scope: what the list is of, its filter too.
struct Listing
{
    Call call;
    QByteArray key;
    QString scope;

    // Where the page begins: empty for the first one. InvalidParameterException for tokens of other lists or old ones.
    Outcome<QString> position(const std::optional<QString> &token) const;
    QString token(const QString &position) const;
};

} // namespace poolscope::sandbox
