#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QUrl>

namespace poolscope::profiles {

enum class Environment { Sandbox, Development, Staging, Production };

// Where the AWS keys come from that sign what administrators do. Names them, never holds them.
struct KeySource
{
    enum class Kind {
        None,        // only what users do can be called
        Environment, // AWS_ACCESS_KEY_ID and its companions
        Profile,     // keys that stand in a profile of ~/.aws
        Kept,        // typed in; they lie in the SecretStore under awsKeysKey(id)
    };
    Kind kind = Kind::None;
    QString profile; // for Kind::Profile only
    bool operator==(const KeySource &) const = default;
};

// How to reach one app client of one user pool. Never holds a secret: the client secret lies in the SecretStore under
// clientSecretKey(id).
struct Connection
{
    enum class Kind {
        Sandbox,  // the program's own; the endpoint is known once it runs, `endpoint` stays empty
        Aws,      // by region
        Endpoint, // any endpoint that speaks the protocol
    };

    QString id; // given by the store, never changes; sandboxId for the sandbox
    QString name;
    Kind kind = Kind::Aws;
    QString region; // empty: the one in the pool id
    QString userPoolId;
    QString clientId;
    QUrl endpoint; // for Kind::Endpoint only
    Environment environment = Environment::Development;
    bool readOnly = false;
    bool hasClientSecret = false;
    KeySource keys = {};

    QString effectiveRegion() const; // `region`, or the one in the pool id
    bool operator==(const Connection &) const = default;
};

// Whether requests through both are the same: they differ in name and environment at most.
bool asksTheSame(const Connection &one, const Connection &other);

inline constexpr QLatin1StringView sandboxId{"sandbox"};

// Under which key of the SecretStore the app client's secret lies.
QString clientSecretKey(const QString &connectionId);

// And the AWS keys that were typed in for it.
QString awsKeysKey(const QString &connectionId);

struct ConnectionProblem
{
    enum class Field { Name, Region, UserPoolId, ClientId, Endpoint, KeyProfile };
    Field field = Field::Name;
    QString text;         // one translated sentence
    bool blocking = true; // false: only said, the connection may be kept
};

// Everything that can be said without asking anybody; empty when all is well. The order is that of the fields.
QList<ConnectionProblem> validate(const Connection &connection);
bool isUsable(const QList<ConnectionProblem> &problems); // nothing blocking among them

} // namespace poolscope::profiles

Q_DECLARE_METATYPE(poolscope::profiles::Connection)
