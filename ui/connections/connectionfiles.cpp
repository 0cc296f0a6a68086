#include "ui/connections/connectionfiles.h"

#include "core/background.h"
#include "core/visibletext.h"
#include "profiles/connectionfile.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QRegularExpression>
#include <QSaveFile>

namespace poolscope::ui {

namespace {

constexpr qsizetype longestShownClientId = 128; // as long as one may be

Result<qsizetype> written(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::storage(QStringLiteral("FileNotWritten"), file.errorString()));
    return bytes.size();
}

// A connection's name may hold what no file's name may.
QString fileNameFor(const QString &connectionName)
{
    static const QRegularExpression odd(QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
    return QString(connectionName).replace(odd, QStringLiteral("-")) + QStringLiteral(".poolscope.json");
}

} // namespace

ConnectionFiles::ConnectionFiles(QWidget *dialog)
    : QObject(dialog)
    , m_dialog(dialog)
{
}

void ConnectionFiles::askForImport()
{
    auto *dialog = new QFileDialog(m_dialog, tr("Import a connection"));
    dialog->setObjectName(QStringLiteral("connectionImportFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // .env is a hidden file.
    dialog->setFilter(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    dialog->setNameFilters(
        {tr("Configuration (amplify_outputs.json, aws-exports.js, .env and others) (*.json *.js *.mjs *.ts "
            ".env* *.env)"),
         tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectionFiles::importFrom);
    dialog->open();
}

void ConnectionFiles::importFrom(const QString &path)
{
    runInBackground(
        this, [path] { return profiles::importFile(path); },
        [this, path](const Result<profiles::Import> &import) { take(path, import); });
}

void ConnectionFiles::take(const QString &path, const Result<profiles::Import> &import)
{
    if (!import)
        emit failed(path, import.error());
    else if (import->connections.size() == 1)
        emit imported(import->connections.constFirst(), import->notes);
    else
        askWhich(*import);
}

void ConnectionFiles::askWhich(const profiles::Import &import)
{
    auto *menu = new QMenu(m_dialog);
    menu->setObjectName(QStringLiteral("connectionImportChoice"));
    menu->setAccessibleName(tr("Which user pool?"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("The file names several user pools. Which one?"));
    for (const profiles::ImportedConnection &one : import.connections) {
        const profiles::Connection &connection = one.connection;
        QString text = QStringLiteral("%1 · %2 · %3")
                           .arg(connection.name, connection.userPoolId,
                                visibleText(connection.clientId).left(longestShownClientId));
        QAction *action = menu->addAction(text.replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, one, notes = import.notes] { emit imported(one, notes); });
    }
    menu->setActiveAction(menu->actions().value(1));
    menu->popup(m_dialog->mapToGlobal(QPoint(24, m_dialog->height() / 3)));
}

void ConnectionFiles::askForExport(const profiles::Connection &connection)
{
    auto *dialog = new QFileDialog(m_dialog, tr("Export the connection without its secrets"));
    dialog->setObjectName(QStringLiteral("connectionExportFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->setNameFilter(tr("Connections (*.json)"));
    dialog->selectFile(fileNameFor(connection.name));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, connection](const QString &path) { exportTo(path, connection); });
    dialog->open();
}

void ConnectionFiles::exportTo(const QString &path, const profiles::Connection &connection)
{
    runInBackground(
        this, [path, bytes = profiles::exportConnection(connection)] { return written(path, bytes); },
        [this, path](const Result<qsizetype> &done) {
            if (done)
                emit exported(path);
            else
                emit failed(path, done.error());
        });
}

} // namespace poolscope::ui
