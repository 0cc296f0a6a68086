#pragma once

#include "ui/common/colors.h"

#include <QFrame>

#include <optional>

class QVBoxLayout;

namespace poolscope::ui {

// A panel on the window's ground: base colour, hairline, 8 px corners.
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    // Made on first use: 24 px margins (12 with setDense), 8 px spacing. Or give the card any layout of your own.
    QVBoxLayout *contentLayout();
    void setDense(bool dense);
    void setEdge(std::optional<ColorRole> role); // a broad left edge in that colour

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<ColorRole> m_edge;
    bool m_dense = false;
};

// The shape of cards and callouts; without an edge where `edge` is invalid.
void paintPanel(QPainter &painter, const QRect &area, const QColor &ground, const QColor &border, const QColor &edge,
                qreal radius);

} // namespace poolscope::ui
