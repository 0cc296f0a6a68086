#include "diagnosis/signinnames.h"

#include "users/userlistmodel.h"

namespace poolscope::diagnosis {

namespace {

constexpr NameKind allNames[] = {NameKind::Username, NameKind::Email, NameKind::Phone, NameKind::Preferred,
                                 NameKind::Sub};

QString attributeOfKind(NameKind kind)
{
    switch (kind) {
    case NameKind::Email:
        return QStringLiteral("email");
    case NameKind::Phone:
        return QStringLiteral("phone_number");
    case NameKind::Preferred:
        return QStringLiteral("preferred_username");
    case NameKind::Sub:
        return QStringLiteral("sub");
    case NameKind::Username:
        break;
    }
    return {};
}

} // namespace

QString valueOf(const idp::UserType &user, NameKind kind)
{
    return kind == NameKind::Username ? user.username.value_or(QString())
                                      : users::attributeOf(user, attributeOfKind(kind));
}

bool isVerified(const idp::UserType &user, NameKind kind)
{
    return users::attributeOf(user, attributeOfKind(kind) + QStringLiteral("_verified")) == u"true";
}

std::optional<NameMatch> matchOf(const idp::UserType &user, const QString &typed)
{
    for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (const NameKind kind : allNames) {
            const QString value = valueOf(user, kind);
            if (!value.isEmpty() && value.compare(typed, sensitivity) == 0)
                return NameMatch{kind, sensitivity == Qt::CaseSensitive};
        }
    }
    return {};
}

NameUse useOf(const idp::UserType &user, NameKind kind, const auth::PoolSettings &settings)
{
    if (kind == NameKind::Username)
        return NameUse::SignsIn;
    if (!settings.pool)
        return NameUse::Unknown;
    const QString attribute = attributeOfKind(kind);
    const QList<QString> names = settings.pool->usernameAttributes.value_or(QList<QString>{});
    if (kind == NameKind::Sub)
        return names.isEmpty() ? NameUse::NoName : NameUse::SignsIn; // there the user name is the sub
    if (names.contains(attribute))
        return NameUse::SignsIn;
    if (!settings.pool->aliasAttributes.value_or(QList<QString>{}).contains(attribute))
        return NameUse::NoName;
    const bool needsProof = kind == NameKind::Email || kind == NameKind::Phone;
    return needsProof && !isVerified(user, kind) ? NameUse::NotVerified : NameUse::SignsIn;
}

bool tellsCaseApart(const auth::PoolSettings &settings)
{
    if (!settings.pool || !settings.pool->usernameConfiguration)
        return true;
    return settings.pool->usernameConfiguration->caseSensitive.value_or(true);
}

bool hasAddress(const idp::UserType &user)
{
    return !valueOf(user, NameKind::Email).isEmpty() || !valueOf(user, NameKind::Phone).isEmpty();
}

} // namespace poolscope::diagnosis
