#pragma once

#include "profiles/connectionimport.h"

#include <QWidget>

#include <functional>

namespace poolscope::ui {

// "Import…" and "Export…" of the connections dialog: asks for the file, reads or writes it on another thread, and hands on
// what came of it. Where a file names several pools, a menu asks which one. All dialogs are opened, never exec'd.
class ConnectionFiles final : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionFiles(QWidget *dialog);

    void askForImport();
    void importFrom(const QString &path);
    void askForExport(const profiles::Connection &connection);
    void exportTo(const QString &path, const profiles::Connection &connection);

signals:
    void imported(const poolscope::profiles::ImportedConnection &imported, const QStringList &notes);
    void exported(const QString &path);
    void failed(const QString &path, const poolscope::Error &error);

private:
    void take(const QString &path, const Result<profiles::Import> &import);
    void askWhich(const profiles::Import &import);

    QWidget *m_dialog;
};

} // namespace poolscope::ui
