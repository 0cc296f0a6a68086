#pragma once

#include "diagnosis/signintrouble.h"

#include <QDateTime>
#include <QMap>

// Users, settings and what is said of them.
namespace poolscope::diagnosis::tests {

constexpr qint64 dayMs = 86'400'000;
inline const QDateTime today(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

inline double daysAgo(double days)
{
    return double(today.toMSecsSinceEpoch()) / 1000 - days * 86'400;
}

inline idp::UserType somebody(const QString &status, const QMap<QString, QString> &attributes = {},
                              const QString &name = QStringLiteral("sunny"))
{
    idp::UserType user{.username = name,
                       .userCreateDate = daysAgo(30),
                       .userLastModifiedDate = daysAgo(30),
                       .enabled = true,
                       .userStatus = status};
    QList<idp::AttributeType> list;
    for (auto one = attributes.cbegin(); one != attributes.cend(); ++one)
        list.append({.name = one.key(), .value = one.value()});
    user.attributes = list;
    return user;
}

inline QMap<QString, QString> mail(bool verified)
{
    return {{QStringLiteral("email"), QStringLiteral("sunny@example.com")},
            {QStringLiteral("email_verified"), verified ? QStringLiteral("true") : QStringLiteral("false")}};
}

inline auth::PoolSettings known(const idp::UserPoolType &pool = {}, const idp::UserPoolClientType &client = {})
{
    return {.state = auth::PoolSettings::State::Known, .pool = pool, .client = client};
}

inline SignInTrouble judged(const idp::UserType &user, const QString &typed, const auth::PoolSettings &settings,
                            const QList<idp::UserType> &others = {})
{
    return troubleOf({.typed = typed,
                      .user = user,
                      .others = others,
                      .settings = settings,
                      .nowMs = today.toMSecsSinceEpoch(),
                      .asked = {}});
}

inline SignInTrouble nobody(const QString &typed, const auth::PoolSettings &settings,
                            const QList<idp::UserType> &similar = {}, bool complete = true)
{
    return troubleOfNobody(
        {.typed = typed,
         .exact = {},
         .similar = similar,
         .asked = {{.filter = QStringLiteral("username = \"sunny\""), .found = 0, .complete = complete}}},
        settings);
}

inline idp::UserPoolType lettersAreOne()
{
    return {.usernameConfiguration = idp::UsernameConfigurationType{.caseSensitive = false}};
}

inline idp::UserPoolType firstFactors(const QStringList &factors)
{
    return {.policies =
                idp::UserPoolPolicyType{.signInPolicy = idp::SignInPolicyType{.allowedFirstAuthFactors = factors}}};
}

inline QStringList causesOf(const SignInTrouble &trouble)
{
    QStringList list;
    for (const Finding &finding : trouble.findings)
        list += finding.cause;
    return list;
}

inline bool offers(const SignInTrouble &trouble, auth::Repair repair)
{
    for (const Finding &finding : trouble.findings) {
        for (const Remedy &remedy : finding.remedies) {
            if (remedy.repair == repair)
                return true;
        }
    }
    return false;
}

inline const QString sunny = QStringLiteral("sunny");
inline const QString address = QStringLiteral("sunny@example.com");

} // namespace poolscope::diagnosis::tests
