#pragma once

#include "core/error.h"
#include "model/cognitoidp.h"
#include "transport/callhandle.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace poolscope::cognito {
class IdpClient;
}

namespace poolscope::users {

// The users of a pool in the service's own order, a page of 60 (the service's most) at a time, as far as the view asks
// for them. Uses ListUsers only: looking at a user with AdminGetUser may count as an active user on the bill. GUI thread.
class UserListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { UsernameColumn, AddressColumn, StatusColumn, CreatedColumn, ColumnCount };
    enum Role {
        UserRole = Qt::UserRole + 1, // idp::UserType
        WholeTextRole,               // what is shown, character by character as the service has it
    };
    static constexpr qint64 pageSize = 60;

    // The client outlives the model.
    UserListModel(cognito::IdpClient &client, QString userPoolId, QObject *parent = nullptr);
    ~UserListModel() override;

    void refresh(); // from the first page
    bool isLoading() const { return m_pending.isPending(); }
    const idp::UserType &user(int row) const { return *m_users.at(std::size_t(row)); }
    void remove(const QString &username); // the row only; deleting is the caller's

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded(); // a page came; an empty one only where no other follows, or too many were empty
    void failed(const poolscope::Error &error);

private:
    static QString textOf(const idp::UserType &user, int column);
    static QString statusOf(const idp::UserType &user);
    void ask();
    void take(const idp::ListUsersResponse &page);

    cognito::IdpClient &m_client;
    QString m_userPoolId;
    std::vector<std::unique_ptr<const idp::UserType>> m_users; // pointers: a longer list must not move the users
    transport::UserAction m_action;                            // of all pages since refresh()
    std::optional<QString> m_nextPage;
    int m_emptyPages = 0; // in a row
    bool m_complete = false;
    transport::CallHandle m_pending;
};

// The attribute of that name, or empty.
QString attributeOf(const idp::UserType &user, QStringView name);

} // namespace poolscope::users

Q_DECLARE_METATYPE(poolscope::idp::UserType)
