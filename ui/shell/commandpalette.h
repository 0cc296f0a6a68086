#pragma once

#include <QAbstractListModel>
#include <QAction>
#include <QDialog>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace poolscope::ui {

// An action's words without mnemonic and ellipsis.
QString commandText(const QAction &action);

// The window's actions as a list that is searched by words in any order.
class CommandModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ShortcutRole = Qt::UserRole + 1 };

    explicit CommandModel(QObject *parent = nullptr);
    void setActions(const QList<QAction *> &actions);
    void setFilter(const QString &text);
    QAction *action(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<QPointer<QAction>> m_all;
    QList<QPointer<QAction>> m_shown;
    QString m_filter;
};

// Ctrl+K: type a few letters, Enter does it, Escape leaves. Opened, never exec'd.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent = nullptr);
    void openWith(const QList<QAction *> &actions);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void run();

    CommandModel *m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_none = nullptr;
};

} // namespace poolscope::ui
