#include "profiles/connectionstore.h"
#include "ui/common/busyindicator.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"
#include "ui/connections/connectionfiles.h"
#include "ui/connections/connectionform.h"
#include "ui/connections/connectionsdialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

namespace poolscope::ui {

ConnectionsDialog::ConnectionsDialog(profiles::ConnectionStore *store, ConnectionTester *tester, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_tester(tester)
{
    setObjectName(QStringLiteral("connectionsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connections"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    connectFiles();
    layout->addWidget(buildList());
    layout->addWidget(buildEditor(), 1);
    resize(860, 600);
    select(QString(profiles::sandboxId));
    connect(store, &profiles::ConnectionStore::connectionsChanged, this, &ConnectionsDialog::reloadList);
    m_list->setFocus();
}

void ConnectionsDialog::connectFiles()
{
    m_files = new ConnectionFiles(this);
    connect(m_files, &ConnectionFiles::imported, this, &ConnectionsDialog::showImported);
    connect(m_files, &ConnectionFiles::exported, this, [this](const QString &path) {
        m_result->setContent({.tone = Tone::Good,
                              .title = tr("The connection was exported to %1.").arg(path),
                              .body = tr("Its secrets are not in the file.")});
    });
    connect(m_files, &ConnectionFiles::failed, this, [this](const QString &path, const Error &error) {
        m_result->setContent({.title = tr("%1 cannot be used.").arg(path), .body = error.message});
    });
}

QWidget *ConnectionsDialog::buildList()
{
    auto *column = new QWidget(this);
    column->setFixedWidth(220);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = new QListWidget(column);
    m_list->setObjectName(QStringLiteral("connectionList"));
    m_list->setAccessibleName(tr("Connections"));
    m_list->setSpacing(1);
    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectionsDialog::onRowChanged);
    layout->addWidget(m_list, 1);
    auto *add = new QPushButton(tr("&Add a connection"), column);
    add->setObjectName(QStringLiteral("connectionAdd"));
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &ConnectionsDialog::addNew);
    layout->addWidget(add);
    auto *import = new QPushButton(tr("I&mport…"), column);
    import->setObjectName(QStringLiteral("connectionImport"));
    import->setToolTip(
        tr("From amplify_outputs.json, aws-exports.js, amplifyconfiguration.json, a .env file, or what was "
           "exported here"));
    import->setAutoDefault(false);
    connect(import, &QPushButton::clicked, this, [this] { leaveForm([this] { askForImport(); }); });
    layout->addWidget(import);
    return column;
}

QWidget *ConnectionsDialog::buildEditor()
{
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    if (!m_store->problem().isEmpty()) {
        auto *problem = new Callout(column);
        problem->setContent({.tone = Tone::Caution, .title = m_store->problem()});
        layout->addWidget(problem);
    }
    m_body = new QStackedWidget(column);
    m_body->addWidget(new EmptyState(QStringLiteral("network-connect"), tr("The sandbox"),
                                     tr("A user pool inside this program: no account, no network. It is always here "
                                        "and needs no settings."),
                                     m_body));
    auto *area = new QScrollArea(m_body);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setBackgroundRole(QPalette::Window);
    m_form = new ConnectionForm(area);
    m_form->setBackgroundRole(QPalette::Window);
    connect(m_form, &ConnectionForm::edited, this, &ConnectionsDialog::onEdited);
    area->setWidget(m_form);
    m_body->addWidget(area);
    layout->addWidget(m_body, 1);
    m_result = new Callout(column);
    m_result->setObjectName(QStringLiteral("connectionResult"));
    layout->addWidget(m_result);
    m_busy = new BusyIndicator(column);
    layout->addWidget(m_busy);
    layout->addWidget(buildButtons());
    return column;
}

QWidget *ConnectionsDialog::buildButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto place = [&](QPushButton *button, const QString &name, auto &&slot) {
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        layout->addWidget(button);
    };
    m_save = new PrimaryButton(tr("Save"), row);
    m_test = new QPushButton(tr("&Test connection"), row);
    m_connect = new QPushButton(tr("Connect"), row);
    m_export = new LinkButton(tr("E&xport…"), row);
    m_delete = new LinkButton(tr("Delete…"), row);
    auto *close = new QPushButton(tr("Close"), row);
    place(m_save, QStringLiteral("connectionSave"), [this] { save(); });
    place(m_test, QStringLiteral("connectionTest"), [this] { test(); });
    place(m_connect, QStringLiteral("connectionOpen"), [this] { connectNow(); });
    place(m_export, QStringLiteral("connectionExport"), [this] { exportShown(); });
    place(m_delete, QStringLiteral("connectionDelete"), [this] { askToDelete(); });
    layout->addStretch();
    place(close, QStringLiteral("connectionsClose"), [this] { reject(); });
    m_save->setDefault(true);
    return row;
}

} // namespace poolscope::ui
