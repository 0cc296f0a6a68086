#pragma once

#include "profiles/connection.h"

#include <QPushButton>

namespace poolscope::ui {

// Name, what it is and where, in the words and colour of its environment. Pressing it opens the connection menu.
class ConnectionCard final : public QPushButton
{
    Q_OBJECT

public:
    explicit ConnectionCard(QWidget *parent = nullptr);

    void setConnection(const profiles::Connection &connection);
    void setPoolName(const QString &name); // once the pool's settings say it; until then its id stands there
    const profiles::Connection &connection() const { return m_connection; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void describe();
    QString secondLine() const;
    void paintSecondLine(QPainter &painter, QRect area) const;

    profiles::Connection m_connection;
    QString m_poolName;
};

} // namespace poolscope::ui
