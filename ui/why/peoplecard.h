#pragma once

#include "model/cognitoidp.h"

#include <QList>
#include <QWidget>

class QLabel;
class QListWidget;

namespace poolscope::ui {

// Whom a name may mean: those who have it, or, where nobody does, those with similar ones.
class PeopleCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PeopleCard(QWidget *parent = nullptr);

    // Choosing nobody where `chosen` is none of their user names. Where they all have the name, moving is choosing;
    // somebody else is looked at only when asked for.
    void setPeople(const QString &title, const QList<idp::UserType> &people, const QString &chosen,
                   bool allHaveTheName);
    void focusList();

signals:
    void chosen(const QString &username);

private:
    QLabel *m_title = nullptr;
    QListWidget *m_list = nullptr;
    bool m_movingChooses = false;
};

} // namespace poolscope::ui
