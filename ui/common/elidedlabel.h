#pragma once

#include "ui/common/colors.h"

#include <QLabel>

#include <optional>

namespace poolscope::ui {

// One line that gives way: elided where it does not fit, whole in the tooltip then, before what setToolTip() says.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, Qt::TextElideMode mode = Qt::ElideRight, QWidget *parent = nullptr);
    void setElideMode(Qt::TextElideMode mode);
    void setColorRole(std::optional<ColorRole> role); // instead of the foreground role
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString shownText() const;
    QString shownToolTip() const;

    Qt::TextElideMode m_mode;
    std::optional<ColorRole> m_role;
};

} // namespace poolscope::ui
