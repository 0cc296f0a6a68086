#pragma once

#include "sandbox/records.h"

#include <QStringList>

// What a user's groups say in tokens. Pure.
namespace poolscope::sandbox {

struct GroupClaims
{
    QStringList groups;    // cognito:groups, by precedence, then by name (the order is inferred)
    QStringList roles;     // cognito:roles, of the groups that have one, in the same order, each once
    QString preferredRole; // empty: left out
};

// The role of the group with the lowest precedence of those that have one; left out where several groups share the
// lowest precedence and their roles differ. Groups without precedence come last.
GroupClaims groupClaims(QList<GroupRecord> groups);

} // namespace poolscope::sandbox
