#include "profiles/dotenv.h"

#include "profiles/amplifyobjects.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace poolscope::profiles {

namespace {

using Variable = std::pair<QString, QString>;

bool isVariableName(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-');
    });
}

QString unquotedValue(QStringView text)
{
    if (!text.isEmpty() && (text.front() == u'"' || text.front() == u'\'' || text.front() == u'`')) {
        const qsizetype end = text.indexOf(text.front(), 1);
        if (end > 0)
            return text.sliced(1, end - 1).toString();
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'#' && (i == 0 || text.at(i - 1).isSpace()))
            return text.first(i).trimmed().toString();
    }
    return text.toString();
}

struct NamedVariable
{
    QStringList words; // of the name, in upper case
    QString rest;      // the words that say which pool it is, of several
    QString value;

    bool has(QStringView word) const { return words.contains(word); }
    bool isClient() const { return has(u"CLIENT") || has(u"CLIENTID") || has(u"CLIENTSECRET"); }
};

NamedVariable namedVariable(const Variable &variable)
{
    static const QSet<QString> usual = [] {
        const QString words = QStringLiteral("AWS COGNITO USER POOL POOLS USERPOOL USERPOOLS ID POOLID USERPOOLID "
                                             "CLIENT CLIENTID CLIENTSECRET APP WEB SECRET "
                                             "ENDPOINT URL IDENTITY PROVIDER IDP AUTH AMPLIFY "
                                             "NEXT PUBLIC VITE REACT NUXT EXPO GATSBY NG VUE SVELTE PLASMO STORYBOOK");
        const QStringList list = words.split(u' ');
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    NamedVariable named{variable.first.toUpper().split(u'_', Qt::SkipEmptyParts), {}, variable.second};
    QStringList rest = named.words;
    rest.removeIf([](const QString &word) { return usual.contains(word); });
    named.rest = rest.join(u'_');
    return named;
}

bool isPool(const NamedVariable &variable)
{
    const bool isNamed = std::any_of(variable.words.cbegin(), variable.words.cend(),
                                     [](const QString &word) { return word.contains(u"POOL"); });
    return isNamed && !variable.isClient() && isUserPoolId(variable.value);
}

bool isSecret(const NamedVariable &variable)
{
    return variable.has(u"CLIENTSECRET") || (variable.has(u"CLIENT") && variable.has(u"SECRET"));
}

bool isClientId(const NamedVariable &variable)
{
    return variable.isClient() && !isSecret(variable) &&
           (variable.has(u"ID") || variable.has(u"CLIENTID") || variable.words.last() == u"CLIENT");
}

// An application has endpoints of its own, such as AUTH_ENDPOINT: passwords must not go there by mistake.
bool isEndpoint(const NamedVariable &variable)
{
    static const QStringList ofAllServices{QStringLiteral("AWS"), QStringLiteral("ENDPOINT"), QStringLiteral("URL")};
    const bool isOfAll = variable.has(u"AWS") && std::ranges::all_of(variable.words, [](const QString &word) {
                             return ofAllServices.contains(word);
                         });
    const bool isOfService = variable.has(u"COGNITO") || (variable.has(u"IDENTITY") && variable.has(u"PROVIDER"));
    return variable.has(u"ENDPOINT") && (isOfService || isOfAll) &&
           (variable.value.startsWith(u"http://") || variable.value.startsWith(u"https://"));
}

// What belongs to the pools of one name, the first of each.
struct Companions
{
    QString clientId;
    QString clientSecret;
    QString endpoint;
};

void takeFirst(QString &place, const QString &value)
{
    if (place.isEmpty())
        place = value;
}

// By the name's rest: a file may hold tens of thousands of variables.
QHash<QString, Companions> companionsOf(const QList<NamedVariable> &variables)
{
    QHash<QString, Companions> found;
    for (const NamedVariable &variable : variables) {
        if (isClientId(variable))
            takeFirst(found[variable.rest].clientId, variable.value);
        else if (isSecret(variable))
            takeFirst(found[variable.rest].clientSecret, variable.value);
        else if (isEndpoint(variable))
            takeFirst(found[variable.rest].endpoint, variable.value);
    }
    return found;
}

} // namespace

QList<Variable> dotenvVariables(QStringView text)
{
    QList<Variable> variables;
    for (QStringView line : text.split(u'\n')) {
        line = line.trimmed();
        if (line.startsWith(u"export ") || line.startsWith(u"export\t"))
            line = line.sliced(7).trimmed();
        const qsizetype equals = line.indexOf(u'=');
        if (equals <= 0 || line.front() == u'#')
            continue;
        const QStringView name = line.first(equals).trimmed();
        if (isVariableName(name))
            variables.append({name.toString(), unquotedValue(line.sliced(equals + 1).trimmed())});
    }
    return variables;
}

QList<ImportedConnection> dotenvConnections(const QList<Variable> &variables)
{
    QList<NamedVariable> named;
    for (const Variable &variable : variables)
        named.append(namedVariable(variable));
    const QHash<QString, Companions> companions = companionsOf(named);
    QList<ImportedConnection> found;
    QSet<std::pair<QString, QString>> seen;
    for (const NamedVariable &pool : std::as_const(named)) {
        const std::pair<QString, QString> one(pool.rest, pool.value);
        if (!isPool(pool) || found.size() > mostImported || seen.contains(one))
            continue;
        seen.insert(one);
        const Companions beside = companions.value(pool.rest);
        ImportedConnection imported;
        Connection &connection = imported.connection;
        connection.name = pool.rest.toLower();
        connection.userPoolId = pool.value;
        connection.clientId = beside.clientId;
        if (!beside.endpoint.isEmpty()) {
            connection.kind = Connection::Kind::Endpoint;
            connection.endpoint = QUrl(beside.endpoint, QUrl::StrictMode);
        }
        imported.clientSecret = beside.clientSecret;
        connection.hasClientSecret = !imported.clientSecret.isEmpty();
        found.append(imported);
    }
    return found;
}

} // namespace poolscope::profiles
