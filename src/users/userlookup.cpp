#include "users/userlookup.h"

#include "cognito/idpclient.h"
#include "core/result.h"
#include "users/userlistmodel.h"

#include <QPointer>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>
#include <vector>

namespace poolscope::users {

namespace {

constexpr int longestFilter = 256;
constexpr std::size_t mostSimilar = 8;
constexpr int similarPage = 20;     // how many are compared for each condition
constexpr int longestCompared = 64; // comparing grows with the square
constexpr int mostPages = 20;       // of one condition: a server that never ends is asked no further

QString filterOf(QLatin1StringView attribute, QLatin1StringView op, QString value)
{
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return QStringLiteral("%1 %2 \"%3\"").arg(attribute, op, value);
}

QString equals(QLatin1StringView attribute, const QString &value)
{
    return filterOf(attribute, QLatin1StringView("="), value);
}

QString beginsWith(QLatin1StringView attribute, const QString &value)
{
    return filterOf(attribute, QLatin1StringView("^="), value);
}

// Everybody who has the value is wanted; of those whose value only begins like it, some.
bool asksForAll(const QString &filter)
{
    return filter.section(u' ', 1, 1) == u"=";
}

bool isPhoneNumber(const QString &text)
{
    static const QRegularExpression number(QStringLiteral(R"(^\+\d{4,15}$)"));
    return number.match(text).hasMatch();
}

bool isSub(const QString &text)
{
    static const QRegularExpression sub(
        QStringLiteral("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"));
    return sub.match(text).hasMatch();
}

QStringList exactFilters(const QString &name)
{
    QStringList filters;
    if (name.contains(u'@'))
        filters += equals(QLatin1StringView("email"), name);
    if (isPhoneNumber(name))
        filters += equals(QLatin1StringView("phone_number"), name);
    if (isSub(name))
        filters += equals(QLatin1StringView("sub"), name);
    filters += equals(QLatin1StringView("username"), name);
    if (!isPhoneNumber(name) && !isSub(name))
        filters += equals(QLatin1StringView("preferred_username"), name);
    return filters;
}

// User names are compared with their case, so each way to write one is a question of its own.
QStringList otherCases(const QString &name)
{
    QStringList filters;
    const QString lower = name.toLower();
    for (const QString &one : {lower, name.left(1).toUpper() + lower.mid(1), name.toUpper()}) {
        const QString filter = equals(QLatin1StringView("username"), one);
        if (one != name && !filters.contains(filter))
            filters += filter;
    }
    return filters;
}

QStringList similarFilters(const QString &name)
{
    QStringList filters = otherCases(name);
    if (isSub(name))
        return filters;
    if (isPhoneNumber(name))
        return filters << beginsWith(QLatin1StringView("phone_number"), name.chopped(3));
    const QString head = name.section(u'@', 0, 0);
    for (const qsizetype length : {head.size() * 2 / 3, qsizetype(2)}) {
        const QString beginning = head.left(qMax(qsizetype(1), length));
        if (beginning.isEmpty())
            continue;
        for (const QLatin1StringView attribute : {QLatin1StringView("email"), QLatin1StringView("username")})
            filters += beginsWith(attribute, beginning);
    }
    if (!name.contains(u'@')) {
        for (const QLatin1StringView attribute : {QLatin1StringView("given_name"), QLatin1StringView("family_name")})
            filters += beginsWith(attribute, name.section(u' ', 0, 0));
    }
    filters.removeDuplicates();
    return filters;
}

// How many letters have to be changed, put in or left out; upper and lower case count as the same.
int distance(const QString &one, const QString &other)
{
    std::vector<int> row(std::size_t(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < one.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < other.size(); ++j) {
            const int changed = diagonal + (one[i].toLower() == other[j].toLower() ? 0 : 1);
            diagonal = row[std::size_t(j) + 1];
            row[std::size_t(j) + 1] = std::min({changed, diagonal + 1, row[std::size_t(j)] + 1});
        }
    }
    return row.back();
}

int distanceTo(const idp::UserType &user, const QString &name)
{
    const QString wanted = name.left(longestCompared);
    int least = distance(wanted, user.username.value_or(QString()).left(longestCompared));
    for (const QStringView attribute :
         {u"email", u"phone_number", u"preferred_username", u"given_name", u"family_name"})
        least = std::min(least, distance(wanted, attributeOf(user, attribute).left(longestCompared)));
    return least;
}

QList<idp::UserType> nearest(const QList<idp::UserType> &users, const QString &name)
{
    std::vector<std::pair<int, qsizetype>> order;
    for (qsizetype i = 0; i < users.size(); ++i)
        order.emplace_back(distanceTo(users[i], name), i);
    std::sort(order.begin(), order.end());
    QList<idp::UserType> list;
    for (std::size_t i = 0; i < order.size() && i < mostSimilar; ++i)
        list.append(users[order[i].second]);
    return list;
}

} // namespace

QString cleanName(const QString &text)
{
    static const QRegularExpression addressed(QStringLiteral(R"(<\s*([^<>\s]+@[^<>\s]+)\s*>)"));
    static const QRegularExpression number(QStringLiteral(R"(^\+[\d\s().-]+$)"));
    static const QRegularExpression fillings(QStringLiteral(R"([\s().-])"));
    QString name = text.trimmed();
    if (const auto match = addressed.match(name); match.hasMatch())
        name = match.captured(1);
    if (name.startsWith(QLatin1StringView("mailto:"), Qt::CaseInsensitive))
        name = name.mid(7);
    if (number.match(name).hasMatch())
        name.remove(fillings);
    return name;
}

UserLookup::UserLookup(cognito::IdpClient &client, QString userPoolId, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_userPoolId(std::move(userPoolId))
{
}

void UserLookup::find(const QString &text)
{
    const QPointer<UserLookup> self(this);
    cancel();
    if (!self)
        return;
    const QString name = cleanName(text);
    if (name.isEmpty())
        return fail(Error::validation(QStringLiteral("NameMissing"),
                                      tr("Enter an e-mail address, a phone number, a user name or a sub.")));
    const QStringList filters = exactFilters(name);
    const auto tooLong = [](const QString &filter) { return filter.size() > longestFilter; };
    if (std::any_of(filters.begin(), filters.end(), tooLong))
        return fail(
            Error::validation(QStringLiteral("NameTooLong"), tr("This is too long for the service to look for.")));
    m_action = tr("Look a user up");
    m_result = {.typed = name, .exact = {}, .similar = {}, .asked = {}};
    m_seen.clear();
    m_exact = true;
    m_filters.clear();
    m_filters.append(filters);
    setBusy(true);
    if (self && m_busy)
        askNext();
}

void UserLookup::askNext()
{
    m_pages = 0;
    m_count = 0;
    if (!m_filters.isEmpty())
        return ask(m_filters.dequeue(), {});
    if (m_exact && m_result.exact.isEmpty())
        return askForSimilar();
    finish();
}

void UserLookup::askForSimilar()
{
    m_exact = false;
    m_filters.append(similarFilters(m_result.typed));
    askNext();
}

void UserLookup::ask(const QString &filter, const std::optional<QString> &page)
{
    m_pending = m_client.call(idp::ListUsersRequest{.userPoolId = m_userPoolId,
                                                    .limit = m_exact ? UserListModel::pageSize : similarPage,
                                                    .paginationToken = page,
                                                    .filter = filter},
                              this,
                              [this, filter, page](const Result<idp::ListUsersResponse> &response) {
                                  if (response)
                                      take(filter, *response, page);
                                  else
                                      fail(response.error());
                              },
                              {.action = m_action});
}

void UserLookup::take(const QString &filter, const idp::ListUsersResponse &response, const std::optional<QString> &page)
{
    const QList<idp::UserType> users = response.users.value_or(QList<idp::UserType>());
    m_count += int(users.size());
    for (const idp::UserType &user : users) {
        const QString name = user.username.value_or(QString());
        if (m_seen.contains(name))
            continue;
        m_seen.insert(name);
        (m_exact ? m_result.exact : m_result.similar).append(user);
    }
    const bool wantsMore = m_count == 0 || asksForAll(filter);
    const bool isMore = response.paginationToken && wantsMore;
    if (isMore && response.paginationToken != page && ++m_pages < mostPages)
        return ask(filter, response.paginationToken);
    m_result.asked.append({filter, m_count, !isMore});
    askNext();
}

void UserLookup::finish()
{
    m_result.similar = nearest(m_result.similar, m_result.typed);
    const QPointer<UserLookup> self(this);
    setBusy(false);
    if (self && !m_busy)
        emit found(m_result);
}

void UserLookup::resolve(const QString &name)
{
    const QPointer<UserLookup> self(this);
    cancel();
    if (!self)
        return;
    m_pending = m_client.call(idp::AdminGetUserRequest{.userPoolId = m_userPoolId, .username = name}, this,
                              [this](const Result<idp::AdminGetUserResponse> &response) {
                                  if (!response)
                                      return fail(response.error());
                                  const QPointer<UserLookup> alive(this);
                                  setBusy(false);
                                  if (alive && !m_busy)
                                      emit resolved(*response);
                              },
                              {.action = tr("Ask for one user")});
    setBusy(true);
}

void UserLookup::cancel()
{
    m_pending.cancel();
    m_filters.clear();
    setBusy(false);
}

void UserLookup::fail(const Error &error)
{
    m_filters.clear();
    const QPointer<UserLookup> self(this);
    setBusy(false);
    if (self && !m_busy)
        emit failed(error);
}

void UserLookup::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        emit busyChanged(busy);
}

} // namespace poolscope::users
