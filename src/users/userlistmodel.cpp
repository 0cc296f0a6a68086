#include "users/userlistmodel.h"

#include "cognito/idpclient.h"
#include "core/letgo.h"
#include "core/plaintooltip.h"
#include "core/result.h"
#include "core/showntime.h"
#include "core/visibletext.h"

#include <QDateTime>

namespace poolscope::users {

namespace {

// A server that never ends is asked no further by itself.
constexpr int mostEmptyPages = 20;

QString addressOf(const idp::UserType &user)
{
    const QString email = attributeOf(user, u"email");
    return email.isEmpty() ? attributeOf(user, u"phone_number") : email;
}

QDateTime createdAt(const idp::UserType &user)
{
    if (!user.userCreateDate)
        return {};
    return QDateTime::fromMSecsSinceEpoch(qint64(*user.userCreateDate * 1000), Qt::UTC);
}

} // namespace

QString attributeOf(const idp::UserType &user, QStringView name)
{
    const QList<idp::AttributeType> attributes = user.attributes.value_or(QList<idp::AttributeType>());
    for (const idp::AttributeType &attribute : attributes) {
        if (attribute.name.value_or(QString()) == name)
            return attribute.value.value_or(QString());
    }
    return {};
}

UserListModel::UserListModel(cognito::IdpClient &client, QString userPoolId, QObject *parent)
    : QAbstractTableModel(parent)
    , m_client(client)
    , m_userPoolId(std::move(userPoolId))
{
}

UserListModel::~UserListModel()
{
    letGo(std::move(m_users));
}

void UserListModel::refresh()
{
    m_pending.cancel();
    beginResetModel();
    letGo(std::exchange(m_users, {}));
    m_action = tr("List users");
    m_nextPage.reset();
    m_emptyPages = 0;
    m_complete = false;
    endResetModel();
    ask();
}

void UserListModel::ask()
{
    const idp::ListUsersRequest request{.userPoolId = m_userPoolId, .limit = pageSize, .paginationToken = m_nextPage};
    m_pending = m_client.call(request, this,
                              [this](const Result<idp::ListUsersResponse> &page) {
                                  if (page) {
                                      take(*page);
                                  } else {
                                      m_complete = true; // a view would ask again and again
                                      emit failed(page.error());
                                  }
                              },
                              {.action = m_action});
}

// A page may be empty and still be followed by another one.
void UserListModel::take(const idp::ListUsersResponse &page)
{
    const QList<idp::UserType> users = page.users.value_or(QList<idp::UserType>());
    if (!users.isEmpty()) {
        beginInsertRows({}, int(m_users.size()), int(m_users.size()) + int(users.size()) - 1);
        for (const idp::UserType &user : users)
            m_users.push_back(std::make_unique<const idp::UserType>(user));
        endInsertRows();
    }
    // A token that comes twice would lead round in a circle.
    m_complete = !page.paginationToken || page.paginationToken == m_nextPage;
    m_nextPage = page.paginationToken;
    // A view asks for more when it lays out rows, which an empty page gives it none of.
    m_emptyPages = users.isEmpty() ? m_emptyPages + 1 : 0;
    if (!m_complete && m_emptyPages > 0 && m_emptyPages < mostEmptyPages)
        return ask();
    m_emptyPages = 0;
    emit loaded();
}

void UserListModel::remove(const QString &username)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (user(row).username != username)
            continue;
        beginRemoveRows({}, row, row);
        m_users.erase(m_users.begin() + row);
        endRemoveRows();
        return;
    }
}

int UserListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_users.size());
}

int UserListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UserListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const idp::UserType &user = this->user(index.row());
    if (role == UserRole)
        return QVariant::fromValue(user);
    if (role == Qt::ToolTipRole && index.column() == CreatedColumn)
        return createdAt(user).toString(Qt::ISODate);
    if (role == Qt::ToolTipRole)
        return plainToolTip(data(index, Qt::DisplayRole).toString()); // whole, where the column is too narrow
    if (role == WholeTextRole)
        return textOf(user, index.column());
    return role == Qt::DisplayRole ? visibleText(textOf(user, index.column())) : QVariant();
}

QString UserListModel::textOf(const idp::UserType &user, int column)
{
    switch (column) {
    case UsernameColumn:
        return user.username.value_or(QString());
    case AddressColumn:
        return addressOf(user);
    case StatusColumn:
        return statusOf(user);
    case CreatedColumn:
        return shownTime(createdAt(user));
    }
    return {};
}

QString UserListModel::statusOf(const idp::UserType &user)
{
    const QString status = user.userStatus.value_or(QString());
    return user.enabled.value_or(true) ? status : tr("disabled · %1").arg(status);
}

QVariant UserListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case UsernameColumn:
        return tr("User name");
    case AddressColumn:
        return tr("E-mail or phone");
    case StatusColumn:
        return tr("Status");
    case CreatedColumn:
        return tr("Created");
    }
    return {};
}

bool UserListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_nextPage && !m_complete && !isLoading();
}

void UserListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask();
}

} // namespace poolscope::users
