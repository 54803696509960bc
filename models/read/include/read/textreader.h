// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <decode/bitmap.h>
#include <decode/reading.h>

#include <chrono>
#include <memory>

namespace arb::read {

/// Reads Chinese in screenshots with Tesseract, in two ways: each bubble of a chat as black on white, and the page as it is;
/// the one with more text at the higher confidence is kept. One thread; opens no file, the reading data is handed in.
class TextReader final : public decode::PictureReader
{
public:
    /// So long it may take at most; what was read until then is answered, as incomplete.
    static constexpr std::chrono::seconds patience{14};

    TextReader();
    ~TextReader() override;
    decode::Outcome<bool> learn(int fd) override;
    decode::Outcome<decode::PictureReading> read(int fd, const decode::Abandoned &abandoned) override;
    /// What is in @p picture, its pixels standing for @p fullWidth x @p fullHeight.
    decode::Outcome<decode::PictureReading> read(const decode::Bitmap &picture, int fullWidth, int fullHeight, const decode::Abandoned &abandoned);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace arb::read
