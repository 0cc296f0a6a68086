#include "sandbox/rules/groups.h"

#include <algorithm>
#include <limits>

namespace poolscope::sandbox {

namespace {

qint64 rank(const GroupRecord &group)
{
    return group.precedence.value_or(std::numeric_limits<qint64>::max());
}

bool hasRole(const GroupRecord &group)
{
    return group.roleArn && !group.roleArn->isEmpty();
}

} // namespace

GroupClaims groupClaims(QList<GroupRecord> groups)
{
    std::sort(groups.begin(), groups.end(), [](const GroupRecord &a, const GroupRecord &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.name < b.name;
    });
    GroupClaims claims;
    QStringList first; // the roles of those that share the lowest precedence
    std::optional<qint64> lowest;
    for (const GroupRecord &group : std::as_const(groups)) {
        claims.groups << group.name;
        if (!hasRole(group))
            continue;
        if (!claims.roles.contains(*group.roleArn))
            claims.roles << *group.roleArn;
        if (!lowest)
            lowest = rank(group);
        if (rank(group) == *lowest && !first.contains(*group.roleArn))
            first << *group.roleArn;
    }
    if (first.size() == 1)
        claims.preferredRole = first.first();
    return claims;
}

} // namespace poolscope::sandbox
