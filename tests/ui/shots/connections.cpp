#include "profiles/connectionstore.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/shots.h"

#include <QTemporaryDir>

namespace poolscope::ui {

namespace {

std::unique_ptr<QWidget> makeDialog(std::vector<std::shared_ptr<void>> &keep, const QString &poolId)
{
    auto folder = std::make_shared<QTemporaryDir>();
    auto store = std::make_shared<profiles::ConnectionStore>(folder->filePath(QStringLiteral("connections.json")));
    keep.push_back(folder);
    keep.push_back(store);
    store->load();
    profiles::Connection connection;
    connection.name = QStringLiteral("acme-prod");
    connection.userPoolId = poolId;
    connection.clientId = QStringLiteral("3k9f0abcdefghijklmnop12345");
    connection.environment = profiles::Environment::Production;
    connection.readOnly = true;
    const QString id = store->add(connection).value_or(QString());
    auto dialog = std::make_unique<ConnectionsDialog>(store.get(), nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->select(id);
    return dialog;
}

} // namespace

void addShots_connections(ShotList &list)
{
    list.add({QStringLiteral("connections"), QSize(860, 600),
              [](auto &keep) { return makeDialog(keep, QStringLiteral("eu-west-1_Kx83Ja2Qe")); }});
    list.add({QStringLiteral("connections-new"), QSize(860, 600),
              [](auto &keep) { return makeDialog(keep, QStringLiteral("eu-west-1_Kx83Ja2Qe")); },
              [](QWidget *widget) {
                  auto *dialog = static_cast<ConnectionsDialog *>(widget);
                  dialog->addNew();
                  if (auto *save = widget->findChild<QWidget *>(QStringLiteral("connectionSave")))
                      QMetaObject::invokeMethod(save, "click");
              }});
}

} // namespace poolscope::ui
